package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** All that the walk needs of one Lucene segment of seekers, in memory and immutable. Deletes are kept apart. */
final class SeekerSegment {
    final SeekerRows seekers;
    final SeekerEntries entries;
    final SeekerBlocks ranges;
    final SeekerBlocks blocks;
    final SeekerTerms terms;
    final NumberedEntries wanted;
    final NumberedEntries blocked;
    final NumberedEntries dismissed;

    SeekerSegment(LeafReader segment) throws IOException {
        ColumnReader reader = ColumnReader.ofState(segment, SeekerFields.ACTIVE);
        seekers = new SeekerRows(reader);
        entries = new SeekerEntries(reader, seekers);
        terms = new SeekerTerms(segment, seekers);
        wanted = new NumberedEntries(reader, SeekerFields.WANTED, entries);
        blocked = new NumberedEntries(reader, SeekerFields.BLOCKED, entries);
        dismissed = new NumberedEntries(reader, SeekerFields.DISMISSED, entries);
        ranges = SeekerBlocks.ranges(entries, seekers);
        blocks = SeekerBlocks.blocks(entries, seekers);
    }

    private SeekerSegment(ArrayReader kept) throws IOException {
        seekers = new SeekerRows(kept);
        entries = new SeekerEntries(kept);
        terms = new SeekerTerms(kept);
        wanted = new NumberedEntries(kept);
        blocked = new NumberedEntries(kept);
        dismissed = new NumberedEntries(kept);
        kept.finish();
        ranges = SeekerBlocks.ranges(entries, seekers);
        blocks = SeekerBlocks.blocks(entries, seekers);
    }

    /** What takes longest to read is kept; blocks are made again. */
    static final class Source implements SegmentCache.Source<SeekerSegment> {
        @Override
        public SeekerSegment read(LeafReader segment) throws IOException {
            return new SeekerSegment(segment);
        }

        @Override
        public SeekerSegment read(ArrayReader kept) throws IOException {
            return new SeekerSegment(kept);
        }

        @Override
        public void write(SeekerSegment segment, ArrayWriter to) throws IOException {
            segment.seekers.write(to);
            segment.entries.write(to);
            segment.terms.write(to);
            segment.wanted.write(to);
            segment.blocked.write(to);
            segment.dismissed.write(to);
        }
    }

    long bytes() {
        return seekers.bytes()
                + entries.bytes()
                + ranges.bytes()
                + blocks.bytes()
                + terms.bytes()
                + wanted.bytes()
                + blocked.bytes()
                + dismissed.bytes();
    }
}
