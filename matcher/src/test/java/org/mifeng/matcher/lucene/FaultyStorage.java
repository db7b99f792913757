package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.mifeng.matcher.occupation.OccupationTree;

/** A disk that fails on demand, with an index on it. */
public final class FaultyStorage {
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private int waiting;

    /** Works until it is told otherwise. */
    public FaultyStorage() {}

    /** What the disk does. */
    public enum Fault {
        /** It works. */
        NONE,
        /** Nothing can be written. */
        FULL,
        /** Nothing can be opened or read anew. */
        UNREADABLE,
        /** Nothing can be forced to disk. */
        UNSYNCED,
        /** Whoever forces segments to disk waits until it works; the small file that names them is never slow. */
        SLOW
    }

    /** From now on. */
    public synchronized void set(Fault next) {
        fault = next;
        notifyAll();
    }

    /** Waits until somebody waits for the disk, or for the time given. */
    synchronized boolean hasSomebodyWaiting(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (waiting == 0 && System.nanoTime() < until) {
            wait(10);
        }
        return waiting > 0;
    }

    private synchronized void waitWhileSlow() throws IOException {
        waiting++;
        notifyAll();
        try {
            while (fault == Fault.SLOW) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the disk");
        } finally {
            waiting--;
        }
    }

    /** How often it failed. */
    public int failures() {
        return failures.get();
    }

    /** Opens an index that lies on it. */
    public LuceneCandidateIndex open(Path directory, OccupationTree tree) {
        try {
            return LuceneCandidateIndex.open(
                    new IndexStore(folder(directory.resolve("posts")), folder(directory.resolve("seekers"))), tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VerifiedDirectory folder(Path path) throws IOException {
        return new VerifiedDirectory(new FaultyDirectory(FSDirectory.open(path)));
    }

    private void failIf(Fault kind, String message) throws IOException {
        if (fault == kind) {
            failures.incrementAndGet();
            throw new IOException(message);
        }
    }

    private final class FaultyDirectory extends FilterDirectory {
        FaultyDirectory(Directory directory) {
            super(directory);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            failIf(Fault.FULL, "No space left on device");
            return new FaultyOutput(super.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            failIf(Fault.FULL, "No space left on device");
            return new FaultyOutput(super.createTempOutput(prefix, suffix, context));
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            failIf(Fault.UNREADABLE, "Input/output error");
            return super.openInput(name, context);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            failIf(Fault.UNSYNCED, "Input/output error");
            if (names.stream().noneMatch(name -> name.startsWith(IndexFileNames.PENDING_SEGMENTS))) {
                waitWhileSlow();
            }
            super.sync(names);
        }
    }

    private final class FaultyOutput extends FilterIndexOutput {
        FaultyOutput(IndexOutput output) {
            super("faulty(" + output + ")", output.getName(), output);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            failIf(Fault.FULL, "No space left on device");
            super.writeBytes(bytes, offset, length);
        }
    }
}
