package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Copies of what was read of large segments, beside the index, so that a start takes them in one go instead of decoding
 * the segments again. A copy is never the truth: one that is missing, damaged, or of another format is made anew from
 * its segment. Segments have a random number of their own, so no copy is ever taken for another's.
 *
 * @param <S> what is read of a segment
 */
final class KeptSegments<S> {
    /** Raise it whenever an array is added, removed, or gets another meaning. */
    private static final int FORMAT = 6;

    /** Smaller segments are decoded in a moment, and come and go. */
    private static final int FEWEST_DOCUMENTS = 1 << 15;

    private static final String PREFIX = "kept-";
    private static final String SUFFIX = ".dat";

    private final Directory directory;
    private final SegmentCache.Source<S> source;

    KeptSegments(Directory directory, SegmentCache.Source<S> source) {
        this.directory = directory;
        this.source = source;
    }

    /** The copy of a segment, or null if there is none that can be believed. */
    @Nullable
    S find(LeafReader segment) {
        String name = name(segment);
        if (name == null) {
            return null;
        }
        try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
            return in.readInt() == FORMAT ? source.read(new ArrayReader(in)) : null;
        } catch (IOException e) {
            return null; // the segment itself says what is wrong, if more is
        }
    }

    /** Makes a copy of a large segment. A disk that is full costs the copy and nothing else. */
    void keep(LeafReader segment, S read) {
        String name = name(segment);
        if (name == null) {
            return;
        }
        String temporary = null;
        try (IndexOutput out = directory.createTempOutput(PREFIX, "new", IOContext.DEFAULT)) {
            temporary = out.getName();
            out.writeInt(FORMAT);
            ArrayWriter writer = new ArrayWriter(out);
            source.write(read, writer);
            writer.finish();
        } catch (IOException e) {
            delete(temporary);
            return;
        }
        try {
            directory.rename(temporary, name);
        } catch (IOException e) {
            delete(temporary);
        }
    }

    /** Deletes the copies of all other segments, and what broken writes left. */
    void forgetAllBut(List<LeafReaderContext> segments) throws IOException {
        Set<String> names = new HashSet<>();
        for (LeafReaderContext segment : segments) {
            names.add(String.valueOf(name(segment.reader())));
        }
        for (String file : directory.listAll()) {
            if (isCopy(file) && !names.contains(file)) {
                delete(file);
            }
        }
    }

    /** Whether a file of this name is a copy. */
    static boolean isCopy(String file) {
        return file.startsWith(PREFIX);
    }

    private void delete(@Nullable String file) {
        if (file != null) {
            IOUtils.deleteFilesIgnoringExceptions(directory, file);
        }
    }

    private static @Nullable String name(LeafReader segment) {
        return segment instanceof SegmentReader reader && reader.maxDoc() >= FEWEST_DOCUMENTS
                ? PREFIX + StringHelper.idToString(reader.getSegmentInfo().info.getId()) + SUFFIX
                : null;
    }
}
