package org.mifeng.indexdata.generator;

import java.util.Set;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Settlement;

/**
 * Titles and bodies as employers write them: the trade by one of its everyday names, often more than one trade, pay,
 * benefits and urgency all in one line; two of five of a body's words about the work come from other trades, for so it is
 * on building sites and in kitchens. No word breaks the rules of posts: nothing on sex, age or origin (P11 to P13), no
 * bait, no fee (P01, P14).
 */
final class PostText {
    private static final String[] LEADS = {
        "急招", "急招", "急招", "招聘", "招聘", "招", "诚聘", "长期招", "【急】", "急聘", "招人啦", "厂家直招", "兼职", "临时", "招工", "大量招",
    };
    private static final String[] AFTER_LEAD = {"！", "!", " ", "：", "", "", "，"};
    private static final String[] BETWEEN_TRADES = {"/", "、", "/", "+", " ", "或"};
    private static final String[] BETWEEN_PARTS = {" ", "，", " ", ",", "！", " | "};
    private static final String[] START = {"明天上班", "今天就能干", "随时上岗", "本周就要", "马上开工", "长期有活"};
    private static final String[] SHORT = {"干一天结一天", "就干三天", "干完就走", "今天就能干", "明天上班"};
    private static final String[] EASY = {"不会的教", "新手可做", "无经验可", "有人带", "简单易学"};
    private static final String[] OPENING = {"工作内容：", "主要是", "干的活：", "主要", "每天", "来了就是", "岗位是", ""};
    private static final String[] ALSO = {"，忙的时候也要", "，有时候帮着", "，闲了就", "，另外还要", "，兼着"};
    private static final String[] MANNER = {
        "手脚勤快就行。", "能吃苦，服从安排。", "做事细心，不毛糙。", "活不重，慢慢干。", "活不累，就是要站着。", "踏实肯干，不迟到。", "听从班长安排。", "有经验的来了就能干。",
    };
    private static final String[] CLOSING = {
        "有意的打电话。", "来之前先打电话。", "到了门口联系。", "合适当天就能上。", "长期干的多来。", "干得好可以长期。", "看到就是还招。", "先到先得，招满为止。",
    };
    private static final int FOREIGN_PERCENT = 40;
    private static final int LONGEST_BODY = 150;
    private static final int SHORTEST_BODY = 30;

    private final Trades trades;

    PostText(Trades trades) {
        this.trades = trades;
    }

    /**
     * What a text is about.
     *
     * @param trade the work
     * @param wage the pay
     * @param settlement when it is paid
     * @param shift when it is done
     * @param benefits what comes beside pay
     * @param certificates demanded ones
     * @param townName of the place
     * @param openings how many are wanted
     */
    record Subject(
            TradePlan trade,
            Wage wage,
            Settlement settlement,
            Shift shift,
            Set<Benefit> benefits,
            long certificates,
            String townName,
            int openings) {}

    String title(Subject subject, Draw draw) {
        StringBuilder title = new StringBuilder(48);
        boolean payFirst = draw.percent(22);
        if (draw.percent(48)) {
            title.append(draw.of(LEADS)).append(draw.of(AFTER_LEAD));
        }
        if (draw.percent(9)) {
            title.append(subject.townName());
        }
        if (payFirst) {
            subject.wage().writeShort(title, subject.settlement() == Settlement.DAILY, draw);
            // 4300后厨 would read as a year of birth
            title.append(Character.isDigit(title.charAt(title.length() - 1)) ? "元 " : " ");
        }
        names(subject.trade(), title, draw);
        if (draw.percent(16)) {
            count(subject.openings(), title, draw);
        }
        if (!payFirst && draw.percent(45)) {
            title.append(draw.of(BETWEEN_PARTS));
            subject.wage().writeShort(title, subject.settlement() == Settlement.DAILY, draw);
        }
        if (draw.percent(42)) {
            title.append(draw.of(BETWEEN_PARTS));
            benefits(subject, title, draw);
        }
        if (draw.percent(14)) {
            title.append(draw.of(BETWEEN_PARTS)).append(start(subject, draw));
        }
        return title.toString();
    }

    /** The trade's name, and in one title of six another name or trade beside it. */
    private void names(TradePlan trade, StringBuilder title, Draw draw) {
        title.append(trade.name(draw));
        int more = draw.below(100);
        if (more < 17) {
            String separator = draw.of(BETWEEN_TRADES);
            title.append(separator).append(trades.kin(trade, draw).name(draw));
            if (more < 3) {
                title.append(separator).append(trades.kin(trade, draw).name(draw));
            }
        }
    }

    private static void count(int openings, StringBuilder title, Draw draw) {
        if (openings > 8 && draw.percent(40)) {
            title.append("若干名");
        } else {
            title.append(openings).append(draw.percent(60) ? "名" : "人");
        }
    }

    private static void benefits(Subject subject, StringBuilder title, Draw draw) {
        Set<Benefit> benefits = subject.benefits();
        boolean meals = benefits.contains(Benefit.MEALS);
        boolean lodging = benefits.contains(Benefit.LODGING);
        if (meals && lodging) {
            title.append(draw.percent(70) ? "包吃住" : "管吃管住");
        } else if (meals) {
            title.append(draw.percent(60) ? "管饭" : "包吃");
        } else if (lodging) {
            title.append("包住");
        } else if (benefits.contains(Benefit.PICK_UP)) {
            title.append(draw.percent(50) ? "有接送" : "班车接送");
        } else if (benefits.contains(Benefit.NO_SKILL_NEEDED)) {
            title.append(draw.of(EASY));
        } else if (benefits.contains(Benefit.INSURANCE)) {
            title.append("上保险");
        } else if (subject.shift().isAtNight()) {
            title.append("夜班");
        } else if (subject.shift().isFullWeekDaytime()) {
            title.append("长白班");
        } else {
            title.append(start(subject, draw));
        }
    }

    private static String start(Subject subject, Draw draw) {
        return draw.of(subject.settlement() == Settlement.DAILY ? SHORT : START);
    }

    String body(Subject subject, Draw draw) {
        StringBuilder body = new StringBuilder(LONGEST_BODY + 60);
        body.append(draw.of(OPENING));
        int tasks = draw.between(2, 4);
        int first = draw.below(64);
        for (int i = 0; i < tasks; i++) {
            if (i > 0) {
                body.append(i == tasks - 1 && draw.percent(50) ? draw.of(ALSO) : "、");
            }
            body.append(
                    draw.percent(FOREIGN_PERCENT)
                            ? foreignTask(subject.trade(), draw)
                            : subject.trade().task(first + i));
        }
        body.append('。');
        if (draw.percent(74)) {
            body.append("上班时间：").append(subject.shift().text()).append('。');
        }
        if (draw.percent(70)) {
            subject.wage().writeLong(body.append("工资"));
            body.append(settled(subject.settlement())).append('。');
        }
        if (subject.certificates() != 0) {
            certificates(subject.certificates(), body);
        }
        add(body, 60, draw.of(MANNER), draw);
        if (!subject.benefits().isEmpty() && draw.percent(40) && body.length() < LONGEST_BODY - 30) {
            body.append("待遇：");
            benefits(subject, body, draw);
            body.append('。');
        }
        add(body, 55, draw.of(CLOSING), draw);
        if (body.length() < SHORTEST_BODY) {
            body.append("地点在")
                    .append(subject.townName())
                    .append("，")
                    .append(subject.shift().text())
                    .append('。');
        }
        if (body.length() < SHORTEST_BODY) {
            body.append("活不复杂，来了有人安排。");
        }
        return body.toString();
    }

    /** A task of another trade: of a related one, for such things are done together, or of a frequent one. */
    private String foreignTask(TradePlan trade, Draw draw) {
        return (draw.percent(60) ? trades.kin(trade, draw) : trades.byFrequency(draw)).task(draw);
    }

    private static void add(StringBuilder body, int percent, String sentence, Draw draw) {
        if (draw.percent(percent) && body.length() + sentence.length() <= LONGEST_BODY) {
            body.append(sentence);
        }
    }

    private static void certificates(long bits, StringBuilder body) {
        body.append("要有");
        boolean first = true;
        for (Certificate certificate : Certificates.in(bits)) {
            if (!first) {
                body.append('和');
            }
            body.append(certificate.everydayName());
            first = false;
        }
        body.append('。');
    }

    private static String settled(Settlement settlement) {
        return switch (settlement) {
            case DAILY -> "，当天结清";
            case WEEKLY -> "，一周一结";
            case MONTHLY -> "，按月发";
            case ON_COMPLETION -> "，干完结账";
        };
    }
}
