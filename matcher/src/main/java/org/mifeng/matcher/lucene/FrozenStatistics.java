package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.ranking.TextStatistics;

/**
 * The {@link TextStatistics} of an open index, read when they are first asked for: a start whose segments were kept does
 * not need them.
 */
final class FrozenStatistics {
    private final Directory directory;
    private @Nullable TextStatistics statistics;
    private @Nullable TermCodes codes;

    /** @throws IOException if the file is damaged, which must be known before anything is answered */
    FrozenStatistics(Directory directory) throws IOException {
        this.directory = directory;
        try (IndexInput in = directory.openInput(StatisticsFile.NAME, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
        }
    }

    synchronized TextStatistics statistics() {
        if (statistics == null) {
            try {
                statistics = StatisticsFile.read(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the text statistics failed", e);
            }
        }
        return statistics;
    }

    synchronized TermCodes codes() {
        if (codes == null) {
            codes = new TermCodes(statistics());
        }
        return codes;
    }
}
