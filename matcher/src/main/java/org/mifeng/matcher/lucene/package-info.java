/**
 * The embedded backend: Apache Lucene keeps, merges and recovers the index; this package walks it.
 *
 * <h2>Layout</h2>
 *
 * Posts are sorted by (open first, occupation, Morton cell), so in each segment the open posts of an occupation are one
 * range of documents and neighbours on the ground are neighbours in it. When a segment is opened or merged, before any
 * query sees it, its open posts are copied into primitive arrays ({@link org.mifeng.matcher.lucene.PostRows}), cut
 * into blocks with their best values ({@link org.mifeng.matcher.lucene.PostBlocks}), and its postings are decoded with
 * one byte per posting for BM25's term factor ({@link org.mifeng.matcher.lucene.PostTerms}).
 *
 * <h2>Walk</h2>
 *
 * {@link org.mifeng.matcher.lucene.BestFirst} keeps a heap of ranges and blocks by the bound of their scores. It takes
 * the best: a range is opened (its blocks put into the heap), a block is scored post by post, its words summed. It ends
 * when the heap's best bound is below the worst of the wanted posts. Nothing is approximate: a bound is the score
 * function itself given the best value of each part.
 *
 * <h2>Seekers for a post</h2>
 *
 * {@link org.mifeng.matcher.lucene.SeekerWalk} is the same walk over {@link org.mifeng.matcher.lucene.SeekerEntries}: one
 * for each wish of each active seeker, in ranges of one wish and one means of travel.
 */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.lucene;
