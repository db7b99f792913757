package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * Reads a file whole and compares it with its checksum before the first byte of it is believed: Lucene by itself does so
 * with the small files only, and a flipped bit in a large one becomes a wrong answer. What this object wrote itself is
 * believed; copies of {@link KeptSegments} have a checksum of their own.
 */
final class VerifiedDirectory extends FilterDirectory {
    private final Set<String> believed = ConcurrentHashMap.newKeySet();

    VerifiedDirectory(Directory directory) {
        super(directory);
    }

    /** Everything is to be read whole again. */
    void doubt() {
        believed.clear();
    }

    /** Reads the file whole, whatever was believed, and compares it with its checksum. */
    void compare(String name) throws IOException {
        try (IndexInput whole = super.openInput(name, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(whole);
        }
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (!believed.contains(name) && !KeptSegments.isCopy(name)) {
            compare(name);
            believed.add(name);
        }
        return super.openInput(name, context);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        IndexOutput output = super.createOutput(name, context);
        believed.add(name);
        return output;
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        IndexOutput output = super.createTempOutput(prefix, suffix, context);
        believed.add(output.getName());
        return output;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        super.rename(from, to);
        if (believed.remove(from)) {
            believed.add(to);
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        super.deleteFile(name);
        believed.remove(name);
    }
}
