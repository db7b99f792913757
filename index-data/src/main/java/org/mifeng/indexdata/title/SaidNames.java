package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.SecondMeaning;
import org.mifeng.indexdata.title.NearWords.Context;
import org.mifeng.indexdata.title.NearWords.Heard;
import org.mifeng.indexdata.title.TitleScan.Name;
import org.mifeng.indexdata.title.TitleVocabulary.Kind;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * The names that a title says. The last name of a segment is its head, as in Chinese compounds: a 装卸司机 drives; but
 * names of persons in a row are several trades, as in 收银员理货员, and the first one counts most.
 * General names and places yield to others; words beside them say what they mean.
 */
final class SaidNames implements TradeEvidence {
    private static final double[] BY_LENGTH = {0, 0.35, 0.76, 0.92, 1, 1.07, 1.12, 1.16};
    private static final double GENERAL = 0.3;
    /** Hands who lead a list are wanted first, though their name is short. */
    private static final double LEADS_LIST = 1.2;

    private static final double PLACE = 0.55;
    /** People of any trade at a place do the work of the place: 螺丝厂 小时工. */
    private static final double PLACE_OF_GENERAL = 0.9;

    private static final double GENERAL_AT_PLACE = 0.2;
    private static final double BEFORE_HEAD = 0.45;
    /** A person is what is looked for; work or goods named beside one say less. */
    private static final double BESIDE_PERSON = 0.7;

    /** A firm's name says less than who it wants: 天元化工有限公司 招厨师. */
    private static final double OF_FIRM = 0.5;

    private static final double NOT_AT_END = 0.85;
    private static final double BRACKETED = 0.8;
    private static final double LATER_SEGMENT = 0.78;
    /** What is left to the usual trade of a name whose context names another one. */
    private static final double OUTVOTED = 0.4;

    private static final double CONTEXT_ALONE = 0.3;

    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    private final NearWords nearWords;

    SaidNames(OccupationTree tree) {
        for (SecondMeaning second : SecondMeaning.all()) {
            meanings.computeIfAbsent(TitleVocabulary.plain(second.alias()), alias -> new ArrayList<>())
                    .add(new Meaning(tree.ordinal(second.code()), second.share() / (1 - second.share())));
        }
        nearWords = new NearWords(tree);
    }

    /**
     * A trade that a name means beside its usual one.
     *
     * @param trade its ordinal
     * @param odds how often, in relation to the usual one
     */
    private record Meaning(int trade, double odds) {}

    @Override
    public void speak(TitleScan scan, TradeScores scores) {
        List<Heard> near = nearWords.in(scan);
        boolean specific = false;
        for (int i = 0; i < scan.names().size(); i++) {
            Name name = scan.names().get(i);
            double strength = strength(scan, i);
            specific |= name.word().kind() == Kind.TRADE;
            if (leadsList(scan, i) || !explain(name, strength, near, scores)) {
                if (name.word().trade() >= 0) {
                    scores.add(name.word().trade(), strength);
                }
                for (Meaning meaning : meanings.getOrDefault(name.word().text(), List.of())) {
                    scores.add(meaning.trade(), strength * meaning.odds());
                }
            }
        }
        if (!specific) {
            for (Heard heard : near) {
                if (heard.context().heads().isEmpty()) {
                    scores.add(heard.context().trade(), CONTEXT_ALONE);
                }
            }
        }
    }

    /** Whether a word beside the name said what it means; the longest such word is heard. */
    private static boolean explain(Name name, double strength, List<Heard> near, TradeScores scores) {
        boolean general = name.word().kind() == Kind.GENERAL;
        Context best = null;
        for (Heard heard : near) {
            if (heard.speaksOf(name) && (best == null || better(heard.context(), best))) {
                best = heard.context();
            }
        }
        if (best == null) {
            return false;
        }
        double full = general ? strength / GENERAL * 0.8 : strength;
        scores.add(best.trade(), full);
        if (name.word().trade() >= 0) {
            scores.add(name.word().trade(), strength * OUTVOTED);
        }
        return true;
    }

    private static boolean better(Context context, Context best) {
        return context.heads().isEmpty() == best.heads().isEmpty()
                ? context.length() > best.length()
                : best.heads().isEmpty();
    }

    private static double strength(TitleScan scan, int at) {
        Name name = scan.names().get(at);
        String text = name.word().text();
        double strength = BY_LENGTH[Math.min(text.length(), BY_LENGTH.length - 1)];
        strength *= switch (name.word().kind()) {
            case GENERAL -> leadsList(scan, at) ? LEADS_LIST : beside(scan, Kind.PLACE) ? GENERAL_AT_PLACE : GENERAL;
            case PLACE -> beside(scan, Kind.GENERAL) && !beside(scan, Kind.TRADE) ? PLACE_OF_GENERAL : PLACE;
            default -> 1;
        };
        boolean person = name.word().isPerson();
        boolean listed = name.word().isListedWork();
        for (int later = at + 1; later < scan.names().size(); later++) {
            Name head = scan.names().get(later);
            if (head.segment() == name.segment() && head.word().kind() == Kind.TRADE) {
                strength *= person || (listed && head.word().isListedWork()) ? 1 : BEFORE_HEAD;
                break;
            }
        }
        boolean mayBePerson = name.word().mayBePerson();
        int before = 0;
        boolean wantedLater = false;
        for (int other = 0; other < scan.names().size(); other++) {
            Name beside = scan.names().get(other);
            boolean trade = beside.word().kind() == Kind.TRADE;
            if (beside.segment() == name.segment()) {
                before += other < at
                                && trade
                                && (beside.word().isPerson()
                                        || (listed && beside.word().isListedWork()))
                        ? 1
                        : 0;
            } else {
                wantedLater |= trade
                        && beside.segment() > name.segment()
                        && !scan.firms().get(beside.segment());
                strength *= trade && !mayBePerson && beside.word().mayBePerson() ? BESIDE_PERSON : 1;
            }
        }
        strength *= Math.pow(LATER_SEGMENT, before);
        strength *= name.atEnd() || person ? 1 : NOT_AT_END;
        strength *= name.bracketed() ? BRACKETED : 1;
        boolean firm = wantedLater && scan.firms().get(name.segment());
        strength *= firm || calls(scan, name) ? OF_FIRM : 1;
        return strength * Math.pow(LATER_SEGMENT, Math.min(name.segment(), 8));
    }

    /** Whether the name is of who calls, as 茶百道 in 茶百道诚聘店长, and not of a person or a factory's work. */
    private static boolean calls(TitleScan scan, Name name) {
        return name.segment() < scan.callers()
                && name.word().kind() == Kind.TRADE
                && !name.word().mayBePerson()
                && scan.names().stream()
                        .anyMatch(other -> other.segment() >= scan.callers()
                                && other.word().kind() == Kind.TRADE);
    }

    /** Whether hands are the first of several who are wanted, as in 普工/叉车工/质检员; in 普工(学电焊) they are not. */
    private static boolean leadsList(TitleScan scan, int at) {
        Name name = scan.names().get(at);
        return at == 0
                && name.word().isHand()
                && scan.segments().get(name.segment()).startsWith(name.word().text())
                && scan.names().stream()
                        .anyMatch(other -> other.word().kind() == Kind.TRADE
                                && other.word().mayBePerson()
                                && !other.bracketed());
    }

    private static boolean beside(TitleScan scan, Kind kind) {
        return scan.names().stream().anyMatch(other -> other.word().kind() == kind);
    }
}
