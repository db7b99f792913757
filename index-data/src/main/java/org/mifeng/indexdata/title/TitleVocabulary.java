package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.reference.TitlePhrase;
import org.mifeng.indexdata.reference.TitleSign;
import org.mifeng.indexdata.reference.WordTrie;
import org.mifeng.matcher.occupation.OccupationTree;

/** Every word that a title is searched for, in one trie. */
final class TitleVocabulary {
    private final WordTrie trie = new WordTrie();
    private final List<Word> words = new ArrayList<>();
    private final double[] worth;

    TitleVocabulary(OccupationTree tree) {
        Set<String> general = new HashSet<>();
        for (TitlePhrase phrase : TitlePhrase.all()) {
            if (phrase.meaning() == TitlePhrase.Meaning.GENERAL) {
                general.add(plain(phrase.text()));
            } else {
                add(new Word(plain(phrase.text()), Kind.PHRASE, -1, phrase, 0));
            }
        }
        Map<String, Word> names = new HashMap<>();
        for (Alias alias : Aliases.all()) {
            String text = plain(alias.text());
            Kind kind = general.contains(text) ? Kind.GENERAL : NameEnd.isPlace(text) ? Kind.PLACE : Kind.TRADE;
            names.putIfAbsent(text, new Word(text, kind, tree.ordinal(alias.code()), null, 0));
        }
        for (String text : general) {
            names.putIfAbsent(text, new Word(text, Kind.GENERAL, -1, null, 0));
        }
        names.values().stream().sorted((a, b) -> a.text().compareTo(b.text())).forEach(this::add);
        for (Certificate certificate : Certificates.all()) {
            add(new Word(plain(certificate.name()), Kind.CERTIFICATE, -1, null, certificate.bit()));
            for (String alias : certificate.aliases()) {
                add(new Word(plain(alias), Kind.CERTIFICATE, -1, null, certificate.bit()));
            }
        }
        worth = words.stream().mapToDouble(Word::worth).toArray();
    }

    private void add(Word word) {
        trie.add(word.text(), words.size());
        words.add(word);
    }

    /** The number of the word that starts at each place of the best cut, -1 where a single character stands. */
    int[] cut(String text) {
        return trie.cut(text, worth);
    }

    WordTrie trie() {
        return trie;
    }

    Word word(int number) {
        return words.get(number);
    }

    static String plain(String text) {
        return PlainText.of(text).toLowerCase(Locale.ROOT);
    }

    enum Kind {
        /** A name of one trade: 焊工. */
        TRADE,
        /** A name of people of any trade: 学徒. */
        GENERAL,
        /** A name of a place that hints at a trade: 奶茶店. */
        PLACE,
        /** A certificate. */
        CERTIFICATE,
        /** No trade. */
        PHRASE
    }

    /**
     * A word of titles.
     *
     * @param text in plain form
     * @param kind what it is
     * @param trade its ordinal, -1 if it names none
     * @param phrase what it says, if it is a phrase
     * @param certificate its bit, if it is a certificate
     */
    record Word(String text, Kind kind, int trade, @Nullable TitlePhrase phrase, long certificate) {
        /** Whether it names a person, as 焊工 does and 焊接 does not. */
        boolean isPerson() {
            return NameEnd.isPerson(text);
        }

        /** Whether it may name a person where it stands alone, as 导购 does. */
        boolean mayBePerson() {
            return NameEnd.mayBePerson(text);
        }

        /** Whether it is of work that often comes with other work, as 分拣 does with 装卸. */
        boolean isListedWork() {
            String work = isPerson() ? text.substring(0, text.length() - 1) : text;
            return TitleSign.WORKS.stream().anyMatch(sign -> work.startsWith(sign) || work.endsWith(sign));
        }

        /** Whether it is of people who need no trade, as 普工. */
        boolean isHand() {
            return kind == Kind.GENERAL
                    && trade >= 0
                    && TitleSign.HANDS.stream().anyMatch(text::endsWith);
        }

        /** Whether what stands before it is a firm's name, as before 有限公司. */
        boolean endsFirm() {
            return phrase != null && phrase.meaning() == TitlePhrase.Meaning.FIRM;
        }

        /** Whether it calls for people, as 招 does. */
        boolean calls() {
            return kind == Kind.PHRASE && TitleSign.CALLS.contains(text);
        }

        /** How much of a title it explains: long words more than all of their parts. */
        double worth() {
            int length = text.length();
            return switch (kind) {
                case TRADE, GENERAL, PLACE, CERTIFICATE -> length * length;
                case PHRASE -> length == 1 ? 0.3 : Math.pow(length, 1.8);
            };
        }
    }
}
