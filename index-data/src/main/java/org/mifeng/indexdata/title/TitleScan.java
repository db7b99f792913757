package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mifeng.indexdata.reference.TitleSign;
import org.mifeng.indexdata.title.TitleVocabulary.Kind;
import org.mifeng.indexdata.title.TitleVocabulary.Word;

/**
 * The words of a title: the cut into words and single characters that explains most of it, so that 长期工地小工 is not
 * cut behind 长期工. Phrases and punctuation end a segment; names of one segment modify each other.
 *
 * @param text what was scanned, in plain form
 * @param names the names of trades, in order
 * @param others the phrases and certificates, in order
 * @param segments what is left without phrases and punctuation, in order, never empty ones
 * @param firms the numbers of the segments that are a firm's name: 天元化工[有限公司]
 * @param phrases where the phrases stand, in order
 * @param callers how many segments stand before the first call for people, as 酒店 before 招保安; 0 if nothing calls
 */
record TitleScan(
        String text,
        List<Name> names,
        List<Word> others,
        List<String> segments,
        BitSet firms,
        List<Span> phrases,
        int callers) {
    /**
     * A name of a trade where it stands.
     *
     * @param word the name
     * @param segment the number of its segment
     * @param atEnd whether nothing of the segment follows
     * @param bracketed whether it stands in brackets
     * @param at where it begins in the text
     */
    record Name(Word word, int segment, boolean atEnd, boolean bracketed, int at) {}

    /**
     * A part of the text.
     *
     * @param from its first character
     * @param to what follows its last
     */
    record Span(int from, int to) {
        /** Whether a part lies inside and is less than this. */
        boolean holdsPart(int otherFrom, int otherTo) {
            return from <= otherFrom && otherTo <= to && otherTo - otherFrom < to - from;
        }
    }

    static TitleScan of(String text, TitleVocabulary vocabulary) {
        int length = text.length();
        int[] chosen = vocabulary.cut(text);
        List<Name> names = new ArrayList<>();
        List<Word> others = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        BitSet firms = new BitSet();
        List<Span> phrases = new ArrayList<>();
        int callers = -1;
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < length; ) {
            Word word = chosen[at] < 0 ? null : vocabulary.word(chosen[at]);
            if (word == null) {
                char c = text.charAt(at);
                if (Character.isLetterOrDigit(c)) {
                    segment.append(c);
                    unmarkEnd(names, segments.size());
                } else {
                    end(segment, segments);
                    depth += "(【《[「".indexOf(c) >= 0 ? 1 : ")】》]」".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
                }
                at++;
            } else if (word.kind() == Kind.PHRASE) {
                boolean firm = !segment.isEmpty() && word.endsFirm();
                end(segment, segments);
                if (firm) {
                    firms.set(segments.size() - 1);
                }
                if (callers < 0 && word.calls()) {
                    callers = segments.size();
                }
                others.add(word);
                phrases.add(new Span(at, at + word.text().length()));
                at += word.text().length();
            } else if (word.kind() != Kind.CERTIFICATE && isDenied(text, at)) {
                end(segment, segments);
                at += word.text().length();
            } else {
                if (word.kind() == Kind.CERTIFICATE) {
                    others.add(word);
                } else {
                    unmarkEnd(names, segments.size());
                    names.add(new Name(word, segments.size(), true, depth > 0, at));
                }
                segment.append(word.text());
                at += word.text().length();
            }
        }
        end(segment, segments);
        return new TitleScan(text, names, others, segments, firms, phrases, Math.max(callers, 0));
    }

    /** Whether the work that is named at a place is said not to be part of the job: 无需[装卸]. */
    private static boolean isDenied(String text, int at) {
        for (String denial : TitleSign.DENIALS) {
            if (text.startsWith(denial, at - denial.length())) {
                return true;
            }
        }
        return false;
    }

    private static void unmarkEnd(List<Name> names, int segment) {
        if (!names.isEmpty()) {
            Name last = names.getLast();
            if (last.segment() == segment && last.atEnd()) {
                names.set(names.size() - 1, new Name(last.word(), segment, false, last.bracketed(), last.at()));
            }
        }
    }

    private static void end(StringBuilder segment, List<String> segments) {
        if (!segment.isEmpty()) {
            segments.add(segment.toString());
            segment.setLength(0);
        }
    }
}
