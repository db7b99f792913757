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
        ranges = SeekerBlocks.ranges(entries, seekers);
        blocks = SeekerBlocks.blocks(entries, seekers);
        terms = new SeekerTerms(segment, seekers);
        wanted = new NumberedEntries(reader, SeekerFields.WANTED, entries);
        blocked = new NumberedEntries(reader, SeekerFields.BLOCKED, entries);
        dismissed = new NumberedEntries(reader, SeekerFields.DISMISSED, entries);
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
