package org.mifeng.indexdata.reference;

import java.util.List;

/**
 * Words of job titles of all professions that mean about the same: 护士, 护理, 病房. What our trades do not know is
 * compared by them.
 *
 * @param field what profession it belongs to, such as 医疗; {@code role} for words that say what part somebody plays in
 *     any of them, such as 经理
 * @param words the words; one may belong to several concepts
 */
public record TitleConcept(String field, List<String> words) {
    private static final String ROLE = "role";
    private static final List<TitleConcept> ALL = new ReferenceTable("title-concepts.csv")
            .rows(row -> new TitleConcept(row.text("field"), row.list("words")));

    /** Copies the list. */
    public TitleConcept {
        words = List.copyOf(words);
    }

    /** All, in the order of the table. */
    public static List<TitleConcept> all() {
        return ALL;
    }

    /** Whether it says what part somebody plays instead of what the work is about. */
    public boolean isRole() {
        return field.equals(ROLE);
    }
}
