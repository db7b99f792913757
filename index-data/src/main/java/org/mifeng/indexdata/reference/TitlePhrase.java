package org.mifeng.indexdata.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Settlement;

/**
 * A phrase of job titles that names no trade, and what it says instead.
 *
 * @param text the phrase
 * @param meaning what kind of phrase it is
 * @param settlement when pay is handed over, if that is what it says
 * @param benefits what comes beside pay, if that is what it says
 */
public record TitlePhrase(String text, Meaning meaning, Optional<Settlement> settlement, Set<Benefit> benefits) {
    private static final List<TitlePhrase> ALL =
            new ReferenceTable("title-phrases.csv").rows(row -> of(row.text("phrase"), row.text("meaning")));

    /** What kind of phrase it is. */
    public enum Meaning {
        /** Says nothing about the work: 诚聘. */
        NOISE,
        /** Ends the name of a firm: 有限公司. */
        FIRM,
        /** Names a place: 任城区. */
        PLACE,
        /** Workers are wanted at once: 急招. */
        URGENT,
        /** When pay is handed over: 日结. */
        SETTLEMENT,
        /** What comes beside pay: 包吃住. */
        BENEFIT,
        /** Names people of any trade, so that other words of the title decide: 学徒. */
        GENERAL
    }

    /** Copies the set. */
    public TitlePhrase {
        benefits = Set.copyOf(benefits);
    }

    /** All, in the order of the table. */
    public static List<TitlePhrase> all() {
        return ALL;
    }

    private static TitlePhrase of(String text, String meaning) {
        int colon = meaning.indexOf(':');
        String values = meaning.substring(colon + 1);
        return switch (colon < 0 ? meaning : meaning.substring(0, colon)) {
            case "settlement" ->
                new TitlePhrase(text, Meaning.SETTLEMENT, Optional.of(Settlement.valueOf(values)), Set.of());
            case "benefit" -> {
                Set<Benefit> benefits = EnumSet.noneOf(Benefit.class);
                for (String value : values.split("\\|", -1)) {
                    benefits.add(Benefit.valueOf(value));
                }
                yield new TitlePhrase(text, Meaning.BENEFIT, Optional.empty(), benefits);
            }
            case "noise" -> plain(text, Meaning.NOISE);
            case "firm" -> plain(text, Meaning.FIRM);
            case "place" -> plain(text, Meaning.PLACE);
            case "urgent" -> plain(text, Meaning.URGENT);
            case "general" -> plain(text, Meaning.GENERAL);
            default -> throw new IllegalArgumentException("unknown meaning " + meaning);
        };
    }

    private static TitlePhrase plain(String text, Meaning meaning) {
        return new TitlePhrase(text, meaning, Optional.empty(), Set.of());
    }
}
