package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** Keeps a generation's {@link TextStatistics} beside its segments, with Lucene's header and checksum. */
public final class StatisticsFile {
    static final String NAME = "text-statistics.dat";
    private static final String CODEC = "MifengTextStatistics";
    private static final int FORMAT = 0;

    private StatisticsFile() {}

    /** Counts all posts of an index. */
    static TextStatistics count(IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, PostFields.TEXT);
        if (terms == null || terms.getDocCount() == 0) {
            return TextStatistics.NONE;
        }
        Map<String, Integer> frequencies = new HashMap<>();
        count(terms, frequencies);
        Terms words = MultiTerms.getTerms(reader, ChineseAnalyzer.WORDS);
        if (words != null) {
            count(words, frequencies);
        }
        double average = (double) terms.getSumTotalTermFreq() / terms.getDocCount();
        return new TextStatistics(terms.getDocCount(), average, frequencies);
    }

    private static void count(Terms terms, Map<String, Integer> frequencies) throws IOException {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
            frequencies.put(each.term().utf8ToString(), each.docFreq());
        }
    }

    static void write(Directory directory, TextStatistics statistics) throws IOException {
        try (IndexOutput out = directory.createOutput(NAME, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, CODEC, FORMAT);
            out.writeVInt(statistics.posts());
            out.writeLong(Double.doubleToLongBits(statistics.averageLength()));
            List<Map.Entry<String, Integer>> entries = statistics.documentFrequencies().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            out.writeVInt(entries.size());
            for (Map.Entry<String, Integer> entry : entries) {
                out.writeString(entry.getKey());
                out.writeVInt(entry.getValue());
            }
            CodecUtil.writeFooter(out);
        }
        directory.sync(List.of(NAME));
        directory.syncMetaData();
    }

    /** The same bytes as the file's, for keeping them elsewhere. */
    public static byte[] toBytes(TextStatistics statistics) {
        try (Directory memory = new ByteBuffersDirectory()) {
            write(memory, statistics);
            try (IndexInput in = memory.openInput(NAME, IOContext.READONCE)) {
                byte[] bytes = new byte[Math.toIntExact(in.length())];
                in.readBytes(bytes, 0, bytes.length);
                return bytes;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing text statistics failed", e);
        }
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @throws UncheckedIOException if the bytes are damaged
     */
    public static TextStatistics fromBytes(byte[] bytes) {
        try (Directory memory = new ByteBuffersDirectory()) {
            try (IndexOutput out = memory.createOutput(NAME, IOContext.DEFAULT)) {
                out.writeBytes(bytes, bytes.length);
            }
            return read(memory);
        } catch (IOException e) {
            throw new UncheckedIOException("text statistics are damaged", e);
        }
    }

    static TextStatistics read(Directory directory) throws IOException {
        try (IndexInput in = directory.openInput(NAME, IOContext.READONCE)) {
            // before a single length in it is believed
            CodecUtil.checksumEntireFile(in);
            in.seek(0);
            CodecUtil.checkHeader(in, CODEC, FORMAT, FORMAT);
            int posts = in.readVInt();
            double average = Double.longBitsToDouble(in.readLong());
            int count = in.readVInt();
            Map<String, Integer> frequencies = HashMap.newHashMap(count);
            for (int i = 0; i < count; i++) {
                frequencies.put(in.readString(), in.readVInt());
            }
            return new TextStatistics(posts, average, frequencies);
        }
    }
}
