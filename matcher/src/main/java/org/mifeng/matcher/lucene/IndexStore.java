package org.mifeng.matcher.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.FSDirectory;
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

    static IndexStore open(Path directory) throws IOException {
        return new IndexStore(
                new VerifiedDirectory(FSDirectory.open(directory.resolve("posts"))),
                new VerifiedDirectory(FSDirectory.open(directory.resolve("seekers"))));
    }

    /** What was read and found whole may not be so any more: the storage failed. */
    void doubt() {
        posts.doubt();
        seekers.doubt();
    }

    static IndexWriterConfig config(ChineseAnalyzer analyzer, Sort order, int bufferMegabytes) {
        return new IndexWriterConfig(analyzer)
                .setIndexSort(order)
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
