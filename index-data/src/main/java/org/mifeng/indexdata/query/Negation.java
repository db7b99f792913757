package org.mifeng.indexdata.query;

import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.query.Meaning.Sign;

/**
 * How far the last word that refuses reaches: over things of one kind that follow it, 不要保洁和保安, up to a space, a sign, 的
 * or anything else; so 不要夜班的保安 wants a guard. One query's.
 */
final class Negation {
    private @Nullable Sign sign;
    private @Nullable Class<?> kind;

    /** A word that refuses. */
    void begin(Sign word) {
        sign = word;
        kind = null;
    }

    void end() {
        sign = null;
        kind = null;
    }

    /** A space, or 的: ends it once it has reached something. */
    void pause() {
        if (kind != null) {
            end();
        }
    }

    boolean isOpen() {
        return sign != null;
    }

    /** Whether it is 没有 or 不, which refuse no words of their own: 不怕脏 asks neither for dirt nor for none. */
    boolean sparesWords() {
        return sign == Sign.LACK || sign == Sign.NO;
    }

    /** Whether it reaches a chip of this kind; one that it does not reach ends it. */
    boolean reaches(Class<? extends Chip> chip) {
        boolean word = chip == Chip.Word.class;
        Class<? extends Chip> alike = word ? Chip.Trade.class : chip; // 不要销售和保险 refuses both
        boolean reaches = sign != null
                && (kind == null || kind == alike)
                && (sign == Sign.NOT || (!word && (sign == Sign.NO || chip != Chip.Trade.class)));
        if (reaches) {
            kind = alike;
        } else {
            end();
        }
        return reaches;
    }
}
