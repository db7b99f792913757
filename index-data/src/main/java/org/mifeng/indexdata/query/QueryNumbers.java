package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.query.Meaning.Sign;
import org.mifeng.indexdata.query.QueryScan.Token;
import org.mifeng.matcher.PayUnit;

/**
 * What the numbers of a query say: pay, distances, and what is neither. Every pattern is a sequence of bounded
 * repetitions, so time grows with the length of the text only.
 */
final class QueryNumbers {
    private static final String NUMERALS = "零〇一二两三四五六七八九十百千万";
    /** Seven digits or more with at most two other signs between them: a phone, an ID or an account number. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("[\\d一二三四五六七八九零〇幺两](?:[^\\p{L}\\d]{0,2}[\\d一二三四五六七八九零〇幺两]){6,40}x?");

    /** Two round amounts, which else would look like a phone number. */
    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\d-])(\\d{1,4}0)[-~—至到](\\d{1,4}0)(?![\\d-])(?:元|块)?(?: ?(?:/|每|一)(?:个)?(小时|天|日|月))?");

    private static final int WIDEST_RANGE = 3;

    private static final Pattern NO_PAY = Pattern.compile("(?:年龄)?\\d{2}(?:多|来)?(?:周)?岁(?:多)?(?:以上|以下|左右|了)?"
            + "|[四五六七]十[一二三四五六七八九]?(?:多)?(?:岁|了)(?:多|了)?"
            + "|(?<![\\d元块/一])(?:\\d{1,2}|[一二三四五六七八九十]{2,3}|[二两三四五六七八九十])(?:个)?小时(?:制|工作制|以内)?(?!\\d)"
            + "|\\d{1,2}[:：点]\\d{0,2}[-~—至到]{1,2}\\d{1,2}(?:[:：点]\\d{0,2})?");
    private static final Pattern DISTANCE = Pattern.compile("(?:方圆|离家|附近|周围|距离|不超过)?(?:在)?(\\d{1,5}(?:\\.\\d)?|["
            + NUMERALS + "]{1,4})(?:来)?(公里|千米|km|里地|里路|里|米|m)(?:地)?(以内|之内|内|范围内|范围|以下|左右|附近)?(?:的)?");
    private static final Pattern PAY = Pattern.compile(
            "(月薪|月工资|一个月|每个月|每月|一月|月入|日薪|日工资|一天|每天|1天|时薪|小时工资|一个小时|一小时|每小时|1小时|工资|工价|工钱|薪资|薪水|待遇|底薪|保底|到手)?"
                    + "[: ]{0,1}(?:要|得|给|能挣|能拿|挣|在)?(不低于|至少|最少|起码|超过|大于|￥|¥)?"
                    + "(?:(?<![\\d.a-z])(\\d{1,6}(?:\\.\\d{1,2})?)(?:(k|千|百|w|万)([1-9一二三四五六七八九](?![\\d天个小月日年]))?)?|((?:[一二两三四五六七八九]|十)(?:(?!一(?:天|日|个|小时|月|钟头))["
                    + NUMERALS + "]){1,9}))"
                    + "(?:(?:元|块)?[-~—至到]{1,2}\\d{1,6}(k|千|w|万)?)?"
                    + "(元|块|￥|¥)?(?:钱)?(以上|往上|起|左右|多|上下|\\+)?(?:(?:/|每|一|1)(?:个)?(小时|钟头|h|时|天|日|班|月|年))?(?:以上|往上|起|左右)?(?:的)?");
    /** What makes a number before it a size, an age, a count, never pay. */
    private static final String MEASURES = "米吨号路岁点个人名位公里楼年月平层栋寸斤件单克码集团强天日小时分度届周班次项休倍级种样间折";

    private static final int PAY_BARE_LEAST = 100;
    private static final int HOURLY_BELOW = 80;
    private static final int DAILY_BELOW = 1_500;
    private static final int FEN_PER_YUAN = 100;
    private static final int MOST_FEN = 10_000_000;
    private static final int LI_METRES = 500;
    private static final int NEAREST_METRES = 100;
    private static final int FARTHEST_METRES = 100_000;

    private QueryNumbers() {}

    /** What numbers say, in order and without overlap. */
    static List<Token> in(String text) {
        List<Token> found = new ArrayList<>();
        if (!hasNumeral(text)) {
            return found;
        }
        boolean[] taken = new boolean[text.length()];
        collect(RANGE, text, taken, found, QueryNumbers::range);
        collect(LONG_NUMBER, text, taken, found, matcher -> Optional.of(Sign.LONG_NUMBER));
        collect(DISTANCE, text, taken, found, QueryNumbers::distance);
        collect(NO_PAY, text, taken, found, matcher -> Optional.of(Sign.FILLER));
        collect(PAY, text, taken, found, matcher -> pay(matcher, text));
        found.sort(Comparator.comparingInt(Token::from));
        return found;
    }

    private static boolean hasNumeral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || NUMERALS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private interface Reader {
        Optional<? extends Meaning> read(Matcher matcher);
    }

    private static void collect(Pattern pattern, String text, boolean[] taken, List<Token> found, Reader reader) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            boolean free = true;
            for (int i = matcher.start(); i < matcher.end(); i++) {
                free &= !taken[i];
            }
            Optional<? extends Meaning> meaning = free ? reader.read(matcher) : Optional.empty();
            if (meaning.isPresent()) {
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    taken[i] = true;
                }
                found.add(new Token(matcher.start(), matcher.end(), meaning.get()));
            }
        }
    }

    private static Optional<Meaning> distance(Matcher matcher) {
        double number = number(matcher.group(1));
        boolean limit = matcher.group(3) != null;
        String unit = matcher.group(2);
        double metres = switch (unit) {
                    case "公里", "千米", "km" -> 1_000;
                    case "米", "m" -> limit ? 1 : 0;
                    case "里" -> limit ? LI_METRES : 0;
                    default -> LI_METRES;
                }
                * number;
        return metres < NEAREST_METRES
                ? Optional.empty()
                : Optional.of(new Meaning.Close((int) Math.min(metres, FARTHEST_METRES), true));
    }

    private static Optional<Meaning> range(Matcher matcher) {
        int least = Integer.parseInt(matcher.group(1));
        int most = Integer.parseInt(matcher.group(2));
        return least < PAY_BARE_LEAST || most <= least || most > least * WIDEST_RANGE
                ? Optional.empty()
                : Optional.of(new Meaning.Pays(least * FEN_PER_YUAN, unit(matcher.group(3), least)));
    }

    private static Optional<Meaning> pay(Matcher matcher, String text) {
        @Nullable String before = matcher.group(1);
        @Nullable String digits = matcher.group(3);
        @Nullable String factor = matcher.group(4) == null ? matcher.group(7) : matcher.group(4);
        @Nullable String unit = matcher.group(10);
        double yuan;
        if (digits == null) {
            yuan = number(matcher.group(6));
        } else {
            double scale = scale(factor);
            yuan = Double.parseDouble(digits) * scale;
            if (matcher.group(5) != null) {
                yuan += number(matcher.group(5)) * scale / 10;
            }
        }
        boolean said = before != null
                || matcher.group(2) != null
                || matcher.group(8) != null
                || unit != null
                || (digits != null && factor != null);
        if (!said) {
            char next = matcher.end() < text.length() ? text.charAt(matcher.end()) : ' ';
            boolean bare = yuan >= PAY_BARE_LEAST
                    && MEASURES.indexOf(next) < 0
                    && !QueryScan.isLatin(next)
                    && (digits == null || digits.length() <= 5);
            if (!bare) {
                return Optional.empty();
            }
        }
        PayUnit per = unit(unit == null ? before : unit, yuan);
        if ("年".equals(unit)) {
            yuan /= 12;
        }
        long fen = Math.round(yuan * FEN_PER_YUAN);
        return fen < FEN_PER_YUAN || fen > MOST_FEN ? Optional.empty() : Optional.of(new Meaning.Pays((int) fen, per));
    }

    private static double scale(@Nullable String factor) {
        return switch (factor) {
            case null -> 1;
            case "百" -> 100;
            case "k", "千" -> 1_000;
            default -> 10_000;
        };
    }

    private static PayUnit unit(@Nullable String said, double yuan) {
        if (said != null) {
            if (said.contains("时") || said.equals("钟头") || said.equals("h")) {
                return PayUnit.HOUR;
            }
            if (said.contains("天") || said.contains("日") || said.equals("班")) {
                return PayUnit.DAY;
            }
            if (said.contains("月") || said.equals("年") || said.equals("底薪")) {
                return PayUnit.MONTH;
            }
        }
        return yuan < HOURLY_BELOW ? PayUnit.HOUR : yuan < DAILY_BELOW ? PayUnit.DAY : PayUnit.MONTH;
    }

    /** A number in digits or as it is said: 两百五 is 250, 一万二 is 12,000, 四五千 is 4,000. */
    static double number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Double.parseDouble(text);
        }
        double sum = 0;
        double part = 0;
        int digit = -1;
        double last = 0;
        boolean zero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '两' ? '二' : text.charAt(i) == '〇' ? '零' : text.charAt(i);
            int value = "零一二三四五六七八九".indexOf(c);
            if (value == 0) {
                zero = true;
            } else if (value > 0) {
                digit = digit < 0 ? value : digit; // 四五千 is at least 4,000
            } else {
                double scale = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : 10_000;
                if (scale == 10_000) {
                    sum = (sum + part + Math.max(digit, 0)) * scale;
                    part = 0;
                } else {
                    part += (digit < 0 ? 1 : digit) * scale;
                }
                digit = -1;
                last = scale;
                zero = false;
            }
        }
        double rest = digit < 0 ? 0 : last >= 100 && !zero ? digit * last / 10 : digit;
        return sum + part + rest;
    }
}
