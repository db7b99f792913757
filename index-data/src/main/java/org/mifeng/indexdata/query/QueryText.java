package org.mifeng.indexdata.query;

import java.text.Normalizer;
import java.util.Arrays;
import org.mifeng.indexdata.query.Chip.Span;
import org.mifeng.indexdata.reference.PlainText;

/** A query in plain form, with the place in the text as typed that each character comes from. */
final class QueryText {
    private final String text;
    private final int[] from;
    private final int[] to;

    private QueryText(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** The plain form. */
    String text() {
        return text;
    }

    static QueryText of(String raw) {
        StringBuilder text = new StringBuilder();
        int most = Math.min(raw.length(), PlainText.LONGEST);
        int[] from = new int[PlainText.LONGEST];
        int[] to = new int[PlainText.LONGEST];
        for (int at = 0; at < most; ) {
            int point = raw.codePointAt(at);
            int next = at + Character.charCount(point);
            if (PlainText.isIdeograph(raw.charAt(at))) { // nearly all, and equal to nothing else
                from[text.length()] = at;
                to[text.length()] = next;
                text.append(PlainText.plain(raw.charAt(at)));
                at = next;
                continue;
            }
            String equal = point < 0x80
                    ? Character.toString(point)
                    : Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            for (int i = 0; i < equal.length() && text.length() < PlainText.LONGEST; i++) {
                char c = PlainText.plain(equal.charAt(i));
                boolean again = c == ' ' && (text.isEmpty() || text.charAt(text.length() - 1) == ' ');
                if (c != PlainText.UNSEEN && !again) {
                    from[text.length()] = at;
                    to[text.length()] = next;
                    text.append(c);
                }
            }
            at = next;
        }
        return new QueryText(text.toString(), Arrays.copyOf(from, text.length()), Arrays.copyOf(to, text.length()));
    }

    /** Where a part of the plain text stands in the text as typed. */
    Span span(int start, int end) {
        return new Span(from[start], to[end - 1]);
    }

    /** The same with other words for a part; each of their characters stands for the whole part. */
    QueryText with(int start, int end, String words) {
        int tail = text.length() - end;
        int length = start + words.length() + tail;
        int[] newFrom = Arrays.copyOf(from, length);
        int[] newTo = Arrays.copyOf(to, length);
        Arrays.fill(newFrom, start, start + words.length(), from[start]);
        Arrays.fill(newTo, start, start + words.length(), to[end - 1]);
        System.arraycopy(from, end, newFrom, start + words.length(), tail);
        System.arraycopy(to, end, newTo, start + words.length(), tail);
        return new QueryText(text.substring(0, start) + words + text.substring(end), newFrom, newTo);
    }
}
