package org.mifeng.api.rules;

import java.util.Optional;

/**
 * Words in a text that a rule speaks about.
 *
 * @param ruleId of the product's rules, such as {@code P12}
 * @param consequence what follows
 * @param words as they stand in the text
 * @param start where they begin, in UTF-16 units
 * @param end where they end, exclusive
 * @param message for the employer, in Chinese
 * @param instead a lawful wording for the words, if there is one; may be empty text, which means: leave them out
 */
public record RuleHit(
        String ruleId,
        Consequence consequence,
        String words,
        int start,
        int end,
        String message,
        Optional<String> instead) {
    /** What a hit leads to. */
    public enum Consequence {
        /** The post is not taken. */
        REFUSE,
        /** The post is kept, and nobody sees it until staff have looked at it. */
        HOLD
    }

    /** What to tell the employer, with the lawful wording if there is one. */
    public String advice() {
        return message + "：「" + words + "」"
                + instead.map(text -> text.isEmpty() ? "，请删去" : "，可改为「" + text + "」")
                        .orElse("");
    }
}
