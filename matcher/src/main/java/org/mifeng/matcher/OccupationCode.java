package org.mifeng.matcher;

import java.util.regex.Pattern;

/**
 * A code of the Occupational Classification of the People's Republic of China, edition 2022
 * (中华人民共和国职业分类大典), such as {@code 4-02-05-01} for loading and carrying (装卸搬运工).
 *
 * <p>The four parts are major, middle, minor group and occupation. A code may be well formed and yet unknown: whether
 * it exists is the business of {@link org.mifeng.matcher.occupation.OccupationTree}.
 *
 * @param value the code, {@code d-dd-dd-dd}
 */
public record OccupationCode(String value) implements Comparable<OccupationCode> {
    private static final Pattern SHAPE = Pattern.compile("[1-8]-\\d{2}-\\d{2}-\\d{2}");

    /** @throws InvalidFieldException if the text is not of the form {@code d-dd-dd-dd} */
    public OccupationCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidFieldException("occupation", "must have the form d-dd-dd-dd");
        }
    }

    /** The major group, such as {@code 4}. */
    public String major() {
        return value.substring(0, 1);
    }

    /** The middle group, such as {@code 4-02}. */
    public String middle() {
        return value.substring(0, 4);
    }

    /** The minor ("small") group, such as {@code 4-02-05}. */
    public String minor() {
        return value.substring(0, 7);
    }

    @Override
    public int compareTo(OccupationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
