package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.TradeContext;
import org.mifeng.indexdata.reference.WordTrie;
import org.mifeng.indexdata.title.TitleScan.Name;
import org.mifeng.indexdata.title.TitleVocabulary.Kind;
import org.mifeng.matcher.occupation.OccupationTree;

/** The words that say what names beside them mean, such as 电子 in 电子厂 普工, found in titles. */
final class NearWords {
    private static final int NO_SEGMENT = -1;

    private final WordTrie words = new WordTrie();
    private final List<List<Context>> contextsByWord = new ArrayList<>();

    NearWords(OccupationTree tree) {
        Map<String, List<Context>> contexts = new HashMap<>();
        for (TradeContext context : TradeContext.all()) {
            String word = TitleVocabulary.plain(context.word());
            contexts.computeIfAbsent(word, w -> {
                        List<Context> sameWord = new ArrayList<>();
                        words.add(w, contextsByWord.size());
                        contextsByWord.add(sameWord);
                        return sameWord;
                    })
                    .add(new Context(
                            word.length(),
                            context.heads().stream().map(TitleVocabulary::plain).toList(),
                            tree.ordinal(context.code())));
        }
    }

    /**
     * What a word says about names beside it.
     *
     * @param length of the word
     * @param heads the names; empty for all general ones
     * @param trade what they mean then
     */
    record Context(int length, List<String> heads, int trade) {}

    /**
     * A word where it stands.
     *
     * @param context what it says
     * @param personIn the number of the segment of the person it is part of, as 快递 is of 快递员; negative if of none
     */
    record Heard(Context context, int personIn) {
        /** Whether it speaks of a name; one of several persons in a list speaks of helpers, not of another or of hands. */
        boolean speaksOf(Name name) {
            boolean general = name.word().kind() == Kind.GENERAL;
            boolean other = personIn != NO_SEGMENT && personIn != name.segment();
            return context.heads().isEmpty()
                    ? general && !(other && name.word().isHand())
                    : context.heads().contains(name.word().text()) && (general || !other);
        }
    }

    /** The words of a title; none that is but part of a phrase, as 空调 is in 空调车间. */
    List<Heard> in(TitleScan scan) {
        String text = scan.text();
        List<Heard> found = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            int node = 0;
            for (int to = from; to < text.length(); to++) {
                node = words.child(node, text.charAt(to));
                if (node == 0) {
                    break;
                }
                if (words.value(node) >= 0 && !isPartOfPhrase(scan, from, to + 1)) {
                    int person = personIn(scan, from, to + 1);
                    for (Context context : contextsByWord.get(words.value(node))) {
                        found.add(new Heard(context, person));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isPartOfPhrase(TitleScan scan, int from, int to) {
        return scan.phrases().stream().anyMatch(phrase -> phrase.holdsPart(from, to));
    }

    private static int personIn(TitleScan scan, int from, int to) {
        for (Name name : scan.names()) {
            if (name.at() <= from
                    && to <= name.at() + name.word().text().length()
                    && name.word().kind() == Kind.TRADE
                    && name.word().mayBePerson()) {
                return name.segment();
            }
        }
        return NO_SEGMENT;
    }
}
