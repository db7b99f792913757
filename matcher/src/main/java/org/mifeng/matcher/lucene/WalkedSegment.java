package org.mifeng.matcher.lucene;

import java.util.BitSet;
import java.util.List;
import org.mifeng.matcher.ranking.RankingQuery;

/** A segment as one walk for one query sees it. */
final class WalkedSegment {
    private static final BitSet NONE = new BitSet();

    final PostView view;
    final PostRows posts;
    final PostBlocks ranges;
    final PostBlocks blocks;
    final PostTerms terms;
    final Merits merits;
    /** By the query's term its number here, or -1. */
    final int[] numbers;
    /** Where its ranges begin among those of all segments. */
    final int rangesFrom;
    /** Where its sought ranges end. */
    int soughtTo;

    private final int[] firstBlock;
    /** Stretches with posts of employers that are wanted again. */
    private final BitSet wantedRanges;

    private final BitSet wantedBlocks;
    private final boolean onlySome;
    /** Stretches with posts of the only employers that the filter lets pass. */
    private final BitSet onlyRanges;

    private final BitSet onlyBlocks;
    /** Posts that have a word to leave out. */
    private final BitSet excluded;

    WalkedSegment(PostView view, RankingQuery query, int rangesFrom) {
        PostSegment segment = view.segment();
        this.view = view;
        this.rangesFrom = rangesFrom;
        posts = segment.posts;
        ranges = segment.ranges;
        blocks = segment.blocks;
        terms = segment.terms;
        firstBlock = segment.firstBlock;
        merits = segment.merits(query);
        long[] wanted = query.wantedEmployers();
        wantedRanges = wanted.length == 0 ? NONE : segment.employers.stretchesOf(wanted, ranges);
        wantedBlocks = wanted.length == 0 ? NONE : segment.employers.stretchesOf(wanted, blocks);
        long[] only = query.filter().onlyEmployers();
        onlySome = only.length > 0;
        onlyRanges = onlySome ? segment.employers.stretchesOf(only, ranges) : NONE;
        onlyBlocks = onlySome ? segment.employers.stretchesOf(only, blocks) : NONE;
        excluded = query.excludesWords() ? segment.excluded(query) : NONE;
        List<String> words = query.terms();
        numbers = new int[words.size()];
        for (int t = 0; t < numbers.length; t++) {
            numbers[t] = terms.find(words.get(t));
        }
    }

    /** The first block of a range. */
    int firstBlock(int range) {
        return firstBlock[range];
    }

    boolean isWanted(int stretch, boolean block) {
        return (block ? wantedBlocks : wantedRanges).get(stretch);
    }

    /** Whether the stretch may hold posts of employers that the filter lets pass. */
    boolean mayPassEmployer(int stretch, boolean block) {
        return !onlySome || (block ? onlyBlocks : onlyRanges).get(stretch);
    }

    /** Whether the post has no word to leave out and is not deleted. */
    boolean isThere(int doc) {
        return !excluded.get(doc) && view.isLive(doc);
    }
}
