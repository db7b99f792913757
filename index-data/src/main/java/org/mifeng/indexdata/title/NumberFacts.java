package org.mifeng.indexdata.title;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.PayUnit;

/**
 * The facts that numbers state, and the text without them. Every pattern is a sequence of bounded repetitions, so time
 * grows with the length of the text only.
 *
 * @param rest the text; a bar stands where a fact or a contact was
 * @param pay the first stated pay
 * @param openings how many people are wanted
 */
record NumberFacts(String rest, Optional<StatedPay> pay, OptionalInt openings) {
    private static final String CUT = "|";
    private static final String DAILY = "日结";
    private static final String BY_PIECE = "计件";
    /** Seven digits or more with at most two other signs between them: a phone, an ID or an account number. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("\\+?[\\d一二三四五六七八九零〇幺两](?:[^\\p{L}\\d]{0,2}[\\d一二三四五六七八九零〇幺两]){6,40}x?");

    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}[ -]\\d{7,8}|\\d{11,})(?!\\d)x?");
    private static final Pattern HANDLE = Pattern.compile("(?:微信|v信|vx|wx|薇信|加v|qq|扣扣)号?[:： ]{0,2}[a-z0-9_-]{5,20}");
    private static final Pattern AGE = Pattern.compile(
            "(?:年龄)?(?:\\d{2}(?:周岁|岁)?[-~—至到]{1,2}\\d{2}(?:周岁|岁)(?:以下|以上|以内|左右|之间)?|\\d{2}(?:周岁|岁)(?:以下|以上|以内|左右|之间)?|(?<!\\d)[1-3]\\d[-~—至到]{1,2}[3-6]\\d(?![\\d元块/kw]))");
    private static final Pattern HOURS = Pattern.compile(
            "(?<![\\d元块/])(?:早|晚|每天|一天|日均|工作)?\\d{1,2}(?:\\.5)?(?:个)?(?:小时制?|个点|h)(?!\\d)|\\d{1,2}[:：点]\\d{0,2}[-~—至到]{1,2}\\d{1,2}(?:[:：点]\\d{0,2})?|早\\d{1,2}晚\\d{1,2}|上\\d{1,2}休\\d{1,2}|做\\d休\\d|\\d班\\d?倒|\\d休\\d");
    private static final String AMOUNT = "(\\d{1,6}(?:\\.\\d{1,2})?)(k|千|w|万)?";
    private static final Pattern PAY = Pattern.compile(
            "(月薪|月入|月工资|月均|底薪|保底|综合工资|综合薪资|综合|到手|年薪|日薪|日工资|日均|时薪|小时工资|工价|工资|薪资|日结|一天|每天|一小时|每小时|每月|一月|(?<![\\d一二三四五六七八九十])月|计件|￥|¥)?[: ]{0,2}(?<![\\d.])"
                    + AMOUNT + "(?:(?:元|块)?(?:/天|/月|/小时)?[-~—至到加+]{1,3}" + AMOUNT
                    + ")?(\\+)?(元|块|￥|¥)?(?:钱)?(?:左右|以上|起)?(?:([/每一]个?|个)?(小时|h|时|天|日|月|年|件|单|吨|斤|次|班|方|平))?(?:左右|以上|起)?");
    private static final Pattern OPENINGS =
            Pattern.compile("(?<![\\d.])(\\d{1,4}|[一二两三四五六七八九十]{1,3}|几|多)(?:多)?(?:名|位|个人|人)(?![间房份一字档气均])");
    private static final Pattern BARE_DIGITS = Pattern.compile("(?<![a-z\\d.])\\d{3,6}(?![\\d.]|米|吨|型)");
    private static final Pattern ANY_DIGITS = Pattern.compile("\\p{Nd}+");
    private static final int PHONE_DIGITS = 7;
    private static final int HOURLY_BELOW = 80;
    private static final int DAILY_BELOW = 1500;
    private static final int FEN_PER_YUAN = 100;

    static NumberFacts in(String text) {
        boolean digits = false;
        boolean numerals = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits |= c >= '0' && c <= '9';
            numerals |= "一二三四五六七八九零〇幺两十".indexOf(c) >= 0;
        }
        if (!digits && !numerals) {
            return new NumberFacts(text, Optional.empty(), OptionalInt.empty());
        }
        String rest = HANDLE.matcher(text).replaceAll(CUT);
        rest = PHONE.matcher(rest).replaceAll(CUT);
        rest = AGE.matcher(rest).replaceAll(CUT);
        rest = HOURS.matcher(rest).replaceAll(CUT);
        Optional<StatedPay> pay = Optional.empty();
        if (digits) {
            StringBuilder kept = new StringBuilder();
            Matcher matcher = PAY.matcher(rest);
            while (matcher.find()) {
                boolean byPiece = BY_PIECE.equals(matcher.group(1))
                        || rest.substring(0, matcher.start()).stripTrailing().endsWith(BY_PIECE);
                Optional<StatedPay> stated = pay(matcher, byPiece);
                if (stated.isPresent()) {
                    if (!isPriceOfPiece(matcher.group(9), stated.get(), byPiece)) {
                        pay = pay.or(() -> stated);
                    }
                    // 日结260 says when pay is handed over too
                    matcher.appendReplacement(kept, DAILY.equals(matcher.group(1)) ? CUT + DAILY + CUT : CUT);
                }
            }
            rest = matcher.appendTail(kept).toString();
        }
        OptionalInt openings = OptionalInt.empty();
        Matcher people = OPENINGS.matcher(rest);
        if (people.find()) {
            openings = number(people.group(1));
            rest = people.replaceAll(CUT);
        }
        rest = LONG_NUMBER.matcher(rest).replaceAll(CUT);
        rest = BARE_DIGITS.matcher(rest).replaceAll(CUT);
        return new NumberFacts(rest, pay, openings);
    }

    /** A text without what may be a phone or an ID number, in one piece or strewn among letters. */
    static String withoutLongNumbers(String text) {
        String rest = LONG_NUMBER.matcher(text).replaceAll(" ").strip();
        return rest.chars().filter(Character::isDigit).count() < PHONE_DIGITS
                ? rest
                : ANY_DIGITS.matcher(rest).replaceAll("").strip();
    }

    private static Optional<StatedPay> pay(Matcher matcher, boolean byPiece) {
        @Nullable String before = matcher.group(1);
        @Nullable String most = matcher.group(4);
        @Nullable String after = matcher.group(9);
        boolean money = matcher.group(7) != null || "￥".equals(before) || "¥".equals(before);
        boolean multiplied = matcher.group(3) != null || matcher.group(5) != null;
        double factor = factor(matcher.group(5) != null ? matcher.group(5) : matcher.group(3));
        double least =
                Double.parseDouble(matcher.group(2)) * (matcher.group(3) == null ? factor : factor(matcher.group(3)));
        double highest = most == null ? least : Double.parseDouble(most) * factor;
        boolean slash = matcher.group(8) != null;
        if (before == null && !money && !multiplied && (after == null || !slash) && (most == null || highest < 100)) {
            return Optional.empty();
        }
        if (highest < least) {
            highest = least;
        }
        if (least <= 0) {
            return Optional.empty();
        }
        PayUnit unit = unit(after, before, highest, byPiece);
        if ("年".equals(after) || "年薪".equals(before)) {
            least /= 12;
            highest /= 12;
        }
        long leastFen = Math.round(least * FEN_PER_YUAN);
        long mostFen = Math.round(highest * FEN_PER_YUAN);
        return leastFen < 1 || mostFen > 10_000_000
                ? Optional.empty()
                : Optional.of(new StatedPay((int) leastFen, (int) mostFen, unit));
    }

    private static double factor(@Nullable String suffix) {
        return switch (suffix) {
            case null -> 1;
            case "k", "千" -> 1_000;
            default -> 10_000;
        };
    }

    private static PayUnit unit(@Nullable String after, @Nullable String before, double amount, boolean byPiece) {
        PayUnit unit = timeUnit(after, before, amount);
        return byPiece && unit == PayUnit.DAY ? PayUnit.PIECE : unit;
    }

    /** What a single piece brings: nobody knows how many a day. */
    private static boolean isPriceOfPiece(@Nullable String after, StatedPay stated, boolean byPiece) {
        return switch (after) {
            case null -> byPiece && stated.unit() == PayUnit.HOUR;
            case "件", "单", "吨", "斤", "次", "方", "平" -> true;
            default -> false;
        };
    }

    private static PayUnit timeUnit(@Nullable String after, @Nullable String before, double amount) {
        switch (after == null ? "" : after) {
            case "小时", "h", "时" -> {
                return PayUnit.HOUR;
            }
            case "天", "日", "班" -> {
                return PayUnit.DAY;
            }
            case "月", "年" -> {
                return PayUnit.MONTH;
            }
            default -> {}
        }
        switch (before == null ? "" : before) {
            case "时薪", "小时工资", "一小时", "每小时" -> {
                return PayUnit.HOUR;
            }
            case "日薪", "日工资", "日均", "日结", "一天", "每天" -> {
                return PayUnit.DAY;
            }
            case "月薪", "月入", "月工资", "月均", "底薪", "年薪", "每月", "一月", "月" -> {
                return PayUnit.MONTH;
            }
            default -> {}
        }
        if (amount < HOURLY_BELOW) {
            return PayUnit.HOUR;
        }
        return amount < DAILY_BELOW ? PayUnit.DAY : PayUnit.MONTH;
    }

    private static OptionalInt number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            int number = Integer.parseInt(text);
            return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
        }
        int sum = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = "零一二三四五六七八九十".indexOf(text.charAt(i) == '两' ? '二' : text.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            if (digit == 10) {
                sum += (last == 0 ? 1 : last) * 10;
                last = 0;
            } else {
                last = digit;
            }
        }
        sum += last;
        return sum == 0 ? OptionalInt.empty() : OptionalInt.of(sum);
    }
}
