package org.mifeng.matcher.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.spi.BackendFeatures;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.RowVersion;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** The embedded index. See the package's description. */
public final class LuceneCandidateIndex implements CandidateIndex {
    private static final int BUFFER_MEGABYTES = 64;

    private final OccupationTree tree;
    private final String generation;
    /** Its own, which may be older than what a build would write now. */
    private final String schema;

    private final FrozenStatistics statistics;
    private final ChineseAnalyzer analyzer;
    private final IndexStore store;
    private final SegmentCache<PostSegment> postSegments;
    private final SegmentCache<SeekerSegment> seekerSegments;
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();
    private final Queue<SeekerScratch> idleForSeekers = new ConcurrentLinkedQueue<>();
    private IndexWriter posts;
    private IndexWriter seekers;
    private DirectoryReader postReader;
    private DirectoryReader seekerReader;
    /** As it is written; after the storage failed this goes back to the last commit. */
    private volatile LuceneView current;
    /** As it is shown: what was shown stays so until what came again has reached it. */
    private volatile LuceneView shown;

    private int openings;
    /**
     * Held while a commit goes on, for it takes as long as the disk does. Changes wait for none of it but the last small file,
     * which names the segments: Lucene forces that one with its writer locked.
     */
    private final Object commits = new Object();

    private LuceneCandidateIndex(IndexStore store, OccupationTree tree) throws IOException {
        this.store = store;
        this.tree = tree;
        analyzer = new ChineseAnalyzer(tree.words());
        statistics = new FrozenStatistics(store.posts());
        postSegments = new SegmentCache<>(new PostSegment.Source(tree.trades(), statistics::codes), store.posts());
        seekerSegments = new SegmentCache<>(new SeekerSegment.Source(), store.seekers());
        Map<String, String> commit =
                SegmentInfos.readLatestCommit(store.posts()).getUserData();
        generation = required(commit, IndexStore.GENERATION);
        schema = required(commit, IndexStore.SCHEMA);
        openLastCommit();
        shown = current;
    }

    /** Begins from what is durable; whatever was opened on the way is closed again if it fails. */
    private void openLastCommit() throws IOException {
        Deque<Closeable> opened = new ArrayDeque<>();
        try {
            long position = Math.min(position(store.posts()), position(store.seekers()));
            posts = writer(store.posts(), PostFields.ORDER, postSegments::of);
            opened.push(posts::rollback);
            seekers = writer(store.seekers(), SeekerFields.ORDER, seekerSegments::of);
            opened.push(seekers::rollback);
            postReader = DirectoryReader.open(posts);
            opened.push(postReader);
            seekerReader = DirectoryReader.open(seekers);
            opened.push(seekerReader);
            readSideBySide();
            forgetReplacedSegments();
            current = view(position);
        } catch (Throwable e) {
            IOUtils.closeWhileHandlingException(opened);
            throw e;
        }
    }

    private IndexWriter writer(Directory directory, Sort order, IndexWriter.IndexReaderWarmer warmer)
            throws IOException {
        return new IndexWriter(
                directory,
                IndexStore.config(analyzer, order, BUFFER_MEGABYTES)
                        .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
                        .setMergedSegmentWarmer(warmer));
    }

    private static long position(Directory directory) throws IOException {
        return Long.parseLong(required(SegmentInfos.readLatestCommit(directory).getUserData(), IndexStore.POSITION));
    }

    /**
     * A writer closes itself when the storage fails it, for good. Then what was applied since the last commit is gone, the
     * position goes back to it, and the changes come again. What is shown stays as it is meanwhile.
     *
     * @throws IOException if it was so: nothing of the caller's may be done before those changes
     */
    private void reopenIfBroken() throws IOException {
        if (isOpen()) {
            return;
        }
        IOUtils.closeWhileHandlingException(postReader, seekerReader, posts::rollback, seekers::rollback);
        store.doubt();
        openings++;
        openLastCommit();
        throw new IOException("the index was opened anew; what was applied since its last commit comes again");
    }

    /** A start waits for nothing longer than for this. */
    private void readSideBySide() throws IOException {
        try {
            Stream.<Runnable>of(
                            () -> postSegments.read(postReader.leaves()),
                            () -> seekerSegments.read(seekerReader.leaves()))
                    .parallel()
                    .forEach(Runnable::run);
        } catch (UncheckedIOException e) {
            throw new IOException("reading the segments failed", e);
        }
    }

    private void forgetReplacedSegments() throws IOException {
        postSegments.forgetAllBut(postReader.leaves());
        seekerSegments.forgetAllBut(seekerReader.leaves());
    }

    private static String required(Map<String, String> commit, String key) throws IOException {
        String value = commit.get(key);
        if (value == null) {
            throw new IOException("the index's commit has no " + key);
        }
        return value;
    }

    /**
     * Whether the folder holds a finished index that this engine can serve. If not, build one with {@link
     * LuceneIndexBuild}.
     */
    public static boolean exists(Path directory, OccupationTree tree) {
        return schemaIn(directory).filter(IndexSchema.of(tree)::canServe).isPresent();
    }

    /** The schema of the finished index in the folder; empty if there is none. */
    public static Optional<IndexSchema> schemaIn(Path directory) {
        try (IndexStore store = IndexStore.open(directory)) {
            return DirectoryReader.indexExists(store.posts()) && DirectoryReader.indexExists(store.seekers())
                    ? IndexSchema.parse(SegmentInfos.readLatestCommit(store.posts())
                            .getUserData()
                            .get(IndexStore.SCHEMA))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens an index that {@link #exists}.
     *
     * @throws UncheckedIOException if it cannot be read, is damaged, or another process holds it
     */
    public static LuceneCandidateIndex open(Path directory, OccupationTree tree) {
        try {
            return open(IndexStore.open(directory), tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the index in " + directory, e);
        }
    }

    static LuceneCandidateIndex open(IndexStore store, OccupationTree tree) throws IOException {
        try {
            return new LuceneCandidateIndex(store, tree);
        } catch (Throwable e) {
            IOUtils.closeWhileHandlingException(store);
            throw e;
        }
    }

    @Override
    public void apply(IndexBatch batch) {
        write(batch, false);
    }

    @Override
    public void replace(IndexBatch batch) {
        write(batch, true);
    }

    private synchronized void write(IndexBatch batch, boolean whateverVersion) {
        try {
            reopenIfBroken();
            List<Write> writes = new ArrayList<>(batch.changes().size());
            for (IndexChange change : batch.changes()) {
                writes.add(Write.of(change, tree));
            }
            current = onWholeFiles(() -> written(writes, whateverVersion, batch.position()));
            if (current.position() >= shown.position()) {
                shown = current;
            }
        } catch (IOException | AlreadyClosedException | InternalError e) {
            throw StorageFailures.named("applying changes to the index failed", e);
        }
    }

    private LuceneView written(List<Write> writes, boolean whateverVersion, long position) throws IOException {
        for (Write write : whateverVersion ? writes : news(writes)) {
            IndexWriter writer = write.aboutSeeker() ? seekers : posts;
            writer.updateDocument(new Term(PostFields.ID, PostFields.idTerm(write.id())), write.document());
        }
        postReader = refreshed(postReader, posts);
        seekerReader = refreshed(seekerReader, seekers);
        return view(Math.max(current.position(), position));
    }

    private List<Write> news(List<Write> writes) throws IOException {
        Versions known = new Versions(postReader, seekerReader);
        List<Write> news = new ArrayList<>(writes.size());
        for (Write write : writes) {
            if (known.isNews(write)) {
                news.add(write);
            }
        }
        return news;
    }

    private static DirectoryReader refreshed(DirectoryReader reader, IndexWriter writer) throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        if (newer == null) {
            return reader;
        }
        reader.close();
        return newer;
    }

    private LuceneView view(long position) throws IOException {
        List<PostView> views = new ArrayList<>();
        for (LeafReaderContext leaf : postReader.leaves()) {
            PostSegment segment = postSegments.of(leaf.reader());
            PostView view = new PostView(segment, leaf.reader().getLiveDocs());
            if (segment.posts.count > 0) {
                views.add(view);
            }
        }
        return new LuceneView(
                List.copyOf(views), postReader.numDocs(), seekers(), position, generation, statistics, idle);
    }

    private SeekersView seekers() throws IOException {
        List<SeekerView> views = new ArrayList<>();
        for (LeafReaderContext leaf : seekerReader.leaves()) {
            SeekerView view = new SeekerView(
                    seekerSegments.of(leaf.reader()), leaf.reader().getLiveDocs());
            if (view.segment().seekers.count > 0) {
                views.add(view);
            }
        }
        return new SeekersView(List.copyOf(views), seekerReader.numDocs(), idleForSeekers);
    }

    @Override
    public long commit() {
        synchronized (commits) {
            try {
                Commit begun = beginCommit();
                begun.seekers().commit();
                begun.posts().commit();
                endCommit();
                return begun.position();
            } catch (IOException | AlreadyClosedException | InternalError e) {
                throw StorageFailures.named("committing the index failed", e);
            }
        }
    }

    /** What is applied from now on may be durable with it, under a position that says less; so it comes again, in vain. */
    private synchronized Commit beginCommit() throws IOException {
        reopenIfBroken();
        long position = current.position();
        IndexStore.describe(seekers, position, generation, schema);
        IndexStore.describe(posts, position, generation, schema);
        return new Commit(posts, seekers, position);
    }

    private synchronized void endCommit() throws IOException {
        forgetReplacedSegments();
    }

    private record Commit(IndexWriter posts, IndexWriter seekers, long position) {}

    @Override
    public synchronized List<RowVersion> postVersions(long first, long last) {
        return versions(() -> Versions.between(postReader, first, last));
    }

    @Override
    public synchronized List<RowVersion> seekerVersions(long first, long last) {
        return versions(() -> Versions.between(seekerReader, first, last));
    }

    private List<RowVersion> versions(Work<List<RowVersion>> reading) {
        try {
            reopenIfBroken();
            return onWholeFiles(reading);
        } catch (IOException | AlreadyClosedException | InternalError e) {
            throw StorageFailures.named("reading the index's versions failed", e);
        }
    }

    /** Something that reads files. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    /** What fails for no reason of the storage is the files' fault if they are not whole any more, and not a change's. */
    private <T> T onWholeFiles(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (AlreadyClosedException e) {
            throw e; // with a writer that closed itself files go that nobody committed, which is no damage
        } catch (RuntimeException
                | Error e) { // of errors: a mapped file that cannot be read, lengths beyond all memory
            store.compare(postReader, seekerReader);
            throw e;
        }
    }

    @Override
    public void compareFiles() {
        DirectoryReader ofPosts;
        DirectoryReader ofSeekers;
        int opening;
        synchronized (this) { // held, so that their files are not deleted meanwhile
            ofPosts = postReader;
            ofSeekers = seekerReader;
            opening = openings;
            if (!ofPosts.tryIncRef()) {
                return; // broken or closed: its files are compared when it is opened again
            }
            if (!ofSeekers.tryIncRef()) {
                IOUtils.closeWhileHandlingException(ofPosts::decRef);
                return;
            }
        }
        try {
            store.compare(ofPosts, ofSeekers);
        } catch (IOException e) {
            if (!isStill(opening)) {
                return; // they went with a writer that closed itself
            }
            throw StorageFailures.named("comparing the index's files with their checksums failed", e);
        } finally {
            IOUtils.closeWhileHandlingException(ofPosts::decRef, ofSeekers::decRef);
        }
    }

    private synchronized boolean isStill(int opening) {
        return openings == opening && isOpen();
    }

    @Override
    public CandidateView acquire() {
        return shown;
    }

    @Override
    public long position() {
        return current.position();
    }

    @Override
    public BackendFeatures features() {
        return new BackendFeatures(true);
    }

    /** Commits, unless the storage failed and nothing can be committed, and closes. */
    @Override
    public void close() {
        synchronized (commits) {
            try {
                if (isOpen()) {
                    commit();
                }
            } finally {
                closeAll();
            }
        }
    }

    private synchronized boolean isOpen() {
        return posts.isOpen() && seekers.isOpen();
    }

    private synchronized void closeAll() {
        try {
            IOUtils.close(postReader, seekerReader, seekers, posts, analyzer, store);
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index failed", e);
        }
    }

    /** A change made ready, so that a bad one is refused before the first is written. */
    record Write(boolean aboutSeeker, long id, long version, Document document) {
        static Write of(IndexChange change, OccupationTree tree) {
            return switch (change) {
                case IndexChange.PutJobPost put ->
                    new Write(false, put.id(), put.version(), PostFields.document(put.post(), tree));
                case IndexChange.PutSeeker put ->
                    new Write(true, put.id(), put.version(), SeekerFields.document(put.seeker(), tree));
                case IndexChange.RemoveJobPost remove ->
                    new Write(
                            false, remove.id(), remove.version(), PostFields.tombstone(remove.id(), remove.version()));
                case IndexChange.RemoveSeeker remove ->
                    new Write(true, remove.id(), remove.version(), PostFields.tombstone(remove.id(), remove.version()));
            };
        }
    }
}
