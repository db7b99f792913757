package org.mifeng.api.rules;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mifeng.api.rules.RuleHit.Consequence;

/**
 * One reviewed pattern of {@link PostingWords}.
 *
 * @param ruleId of the product's rules
 * @param consequence what a hit leads to
 * @param pattern what is looked for, in text that {@link ScreenText} has made plain
 * @param unless what may stand around a hit and turns it into its opposite, such as 不收押金; looked for in the hit with
 *     {@value #CONTEXT} characters on both sides
 * @param message for the employer
 * @param instead gives the lawful wording, if there is one
 */
record WordRule(
        String ruleId,
        Consequence consequence,
        Pattern pattern,
        Optional<Pattern> unless,
        String message,
        Function<MatchResult, Optional<String>> instead) {
    /** How far around a hit its opposite is looked for. */
    static final int CONTEXT = 6;

    boolean isExcused(String text, MatchResult hit) {
        return unless.map(opposite -> {
                    String around = text.substring(
                            Math.max(0, hit.start() - CONTEXT), Math.min(text.length(), hit.end() + CONTEXT));
                    return opposite.matcher(around).find();
                })
                .orElse(false);
    }
}
