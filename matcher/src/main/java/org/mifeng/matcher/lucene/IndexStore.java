package org.mifeng.matcher.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * Where an index lies on disk: a folder for posts, a folder for seekers, and what every commit says of itself.
 *
 * @param posts the posts' folder
 * @param seekers the seekers' folder
 */
record IndexStore(VerifiedDirectory posts, VerifiedDirectory seekers) implements Closeable {
    static final String POSITION = "position";
    static final String GENERATION = "generation";
    static final String SCHEMA = "schema";

    private static final double YOUNG_SEGMENT_MEGABYTES = 4;
    private static final double YOUNG_SEGMENTS_MEGABYTES = 32;

    static IndexStore open(Path directory) throws IOException {
        return new IndexStore(folder(directory.resolve("posts")), folder(directory.resolve("seekers")));
    }

    /** Young segments stay in memory until they are merged or a commit makes them durable: most never touch the disk. */
    private static VerifiedDirectory folder(Path path) throws IOException {
        return new VerifiedDirectory(
                new NRTCachingDirectory(FSDirectory.open(path), YOUNG_SEGMENT_MEGABYTES, YOUNG_SEGMENTS_MEGABYTES));
    }

    /** What was read and found whole may not be so any more: the storage failed. */
    void doubt() {
        posts.doubt();
        seekers.doubt();
    }

    /** Reads every file that the readers use whole. */
    void compare(DirectoryReader postReader, DirectoryReader seekerReader) throws IOException {
        compare(posts, postReader);
        compare(seekers, seekerReader);
    }

    private static void compare(VerifiedDirectory directory, DirectoryReader reader) throws IOException {
        for (String file : ((StandardDirectoryReader) reader).getSegmentInfos().files(false)) {
            directory.compare(file);
        }
        String commit = lastCommit(directory);
        try {
            directory.compare(commit);
        } catch (NoSuchFileException e) {
            if (commit.equals(lastCommit(directory))) { // or a later one took its place meanwhile
                throw e;
            }
        }
    }

    private static String lastCommit(VerifiedDirectory directory) throws IOException {
        String name = SegmentInfos.getLastCommitSegmentsFileName(directory);
        if (name == null) {
            throw new NoSuchFileException("the index's last commit");
        }
        return name;
    }

    static IndexWriterConfig config(ChineseAnalyzer analyzer, Sort order, int bufferMegabytes) {
        return new IndexWriterConfig(analyzer)
                .setIndexSort(order)
                .setMergeScheduler(new BackgroundMerges())
                .setMaxFullFlushMergeWaitMillis(0) // a change must not wait for what only saves work
                .setRAMBufferSizeMB(bufferMegabytes)
                .setCommitOnClose(false);
    }

    static void describe(IndexWriter writer, long position, String generation, String schema) {
        Map<String, String> data = new HashMap<>();
        data.put(POSITION, Long.toString(position));
        data.put(GENERATION, generation);
        data.put(SCHEMA, schema);
        writer.setLiveCommitData(data.entrySet());
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(posts, seekers);
    }
}
