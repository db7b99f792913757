package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * Builds a whole index at once, much faster than change by change. Until {@link #finish} nothing counts: a build that
 * was broken off leaves a folder that {@link LuceneCandidateIndex#exists} does not take for an index.
 */
public final class LuceneIndexBuild implements AutoCloseable {
    private static final int POSTS_BUFFER_MEGABYTES = 64;
    private static final int SEEKERS_BUFFER_MEGABYTES = 48;

    private final OccupationTree tree;
    private final ChineseAnalyzer analyzer;
    private final IndexStore store;
    private final IndexWriter posts;
    private final IndexWriter seekers;

    private LuceneIndexBuild(Path directory, OccupationTree tree) throws IOException {
        this.tree = tree;
        analyzer = new ChineseAnalyzer(tree.words());
        store = IndexStore.open(directory);
        wipe(store.posts());
        wipe(store.seekers());
        posts = writer(store.posts(), PostFields.ORDER, POSTS_BUFFER_MEGABYTES);
        seekers = writer(store.seekers(), SeekerFields.ORDER, SEEKERS_BUFFER_MEGABYTES);
    }

    /**
     * Begins a build. What the folder held is deleted.
     *
     * @throws UncheckedIOException if the folder cannot be written, or another process holds it
     */
    public static LuceneIndexBuild create(Path directory, OccupationTree tree) {
        try {
            return new LuceneIndexBuild(directory, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot build an index in " + directory, e);
        }
    }

    private static void wipe(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    private IndexWriter writer(Directory directory, Sort order, int bufferMegabytes) throws IOException {
        return new IndexWriter(
                directory,
                IndexStore.config(analyzer, order, bufferMegabytes).setOpenMode(IndexWriterConfig.OpenMode.CREATE));
    }

    /**
     * Adds a post or a seeker. May be called by several threads at once; each number must come once.
     *
     * @throws org.mifeng.matcher.InvalidFieldException if its occupation is unknown
     */
    public void add(IndexChange change) {
        try {
            switch (change) {
                case IndexChange.PutJobPost put -> posts.addDocument(PostFields.document(put.post(), tree));
                case IndexChange.PutSeeker put -> seekers.addDocument(SeekerFields.document(put.seeker(), tree));
                case IndexChange.RemoveJobPost remove -> posts.addDocument(tombstone(remove));
                case IndexChange.RemoveSeeker remove -> seekers.addDocument(tombstone(remove));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("building the index failed", e);
        }
    }

    private static Document tombstone(IndexChange removal) {
        return PostFields.tombstone(removal.id(), removal.version());
    }

    /** Counts the words of all posts, once all were added. */
    public TextStatistics count() {
        try {
            posts.forceMerge(1);
            try (DirectoryReader reader = DirectoryReader.open(posts)) {
                return StatisticsFile.count(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("counting the index's words failed", e);
        }
    }

    /** Ends the build of an index that stands alone: its own words are its statistics. */
    public void finish(long position) {
        finish(position, position, count());
    }

    /**
     * Ends the build and makes it durable.
     *
     * @param position of the outbox before the first row was read, not negative
     * @param generation number of the generation
     * @param statistics of the generation, the same on every node
     */
    public void finish(long position, long generation, TextStatistics statistics) {
        try {
            StatisticsFile.write(store.posts(), statistics);
            String schema = IndexSchema.of(tree).toString();
            String name = schema + "-" + generation;
            IndexStore.describe(seekers, position, name, schema);
            IndexStore.describe(posts, position, name, schema);
            seekers.commit();
            posts.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("finishing the index failed", e);
        }
    }

    @Override
    public void close() {
        try (store;
                analyzer) {
            posts.rollback();
            seekers.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index failed", e);
        }
    }
}
