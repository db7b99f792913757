package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.spi.RowVersion;

/** Tells whether a change is newer than what the index has, with the changes of the same batch before it. */
final class Versions {
    private static final long UNKNOWN = -1;

    private final DirectoryReader posts;
    private final DirectoryReader seekers;
    private final Map<Long, Long> postsWritten = new HashMap<>();
    private final Map<Long, Long> seekersWritten = new HashMap<>();

    Versions(DirectoryReader posts, DirectoryReader seekers) {
        this.posts = posts;
        this.seekers = seekers;
    }

    /** Whether the write is news; if so it counts as written from now on. */
    boolean isNews(LuceneCandidateIndex.Write write) throws IOException {
        Map<Long, Long> written = write.aboutSeeker() ? seekersWritten : postsWritten;
        Long inBatch = written.get(write.id());
        long known = inBatch != null ? inBatch : find(write.aboutSeeker() ? seekers : posts, write.id());
        if (write.version() <= known) {
            return false;
        }
        written.put(write.id(), write.version());
        return true;
    }

    /** What is not removed, by rising number. */
    static List<RowVersion> between(DirectoryReader reader, long first, long last) throws IOException {
        List<RowVersion> found = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            between(leaf.reader(), first, last, found);
        }
        found.sort(Comparator.comparingLong(RowVersion::id));
        return found;
    }

    private record Place(int doc, long id) {}

    private static void between(LeafReader segment, long first, long last, List<RowVersion> found) throws IOException {
        Terms terms = segment.terms(PostFields.ID);
        if (terms == null) {
            return;
        }
        List<Place> places = new ArrayList<>();
        TermsEnum term = terms.iterator();
        Bits live = segment.getLiveDocs();
        @Nullable PostingsEnum docs = null;
        boolean more = term.seekCeil(PostFields.idTerm(first)) != TermsEnum.SeekStatus.END;
        while (more) {
            long id = NumericUtils.sortableBytesToLong(term.term().bytes, term.term().offset);
            if (id > last) {
                break;
            }
            docs = term.postings(docs, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (live == null || live.get(doc)) {
                    places.add(new Place(doc, id));
                }
            }
            more = term.next() != null;
        }
        places.sort(Comparator.comparingInt(Place::doc)); // columns are read forward only
        NumericDocValues versions = DocValues.getNumeric(segment, PostFields.VERSION);
        NumericDocValues states = DocValues.getNumeric(segment, PostFields.STATE);
        for (Place place : places) {
            if (!versions.advanceExact(place.doc) || !states.advanceExact(place.doc)) {
                throw new IOException("a document of " + segment + " has no version or no state");
            }
            if (states.longValue() != PostFields.REMOVED) {
                found.add(new RowVersion(place.id, versions.longValue()));
            }
        }
    }

    private static long find(DirectoryReader reader, long id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            long version = find(leaf.reader(), id);
            if (version != UNKNOWN) {
                return version;
            }
        }
        return UNKNOWN;
    }

    private static long find(LeafReader segment, long id) throws IOException {
        Terms terms = segment.terms(PostFields.ID);
        if (terms == null) {
            return UNKNOWN;
        }
        TermsEnum term = terms.iterator();
        if (!term.seekExact(PostFields.idTerm(id))) {
            return UNKNOWN;
        }
        Bits live = segment.getLiveDocs();
        PostingsEnum docs = term.postings(null, PostingsEnum.NONE);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (live == null || live.get(doc)) {
                NumericDocValues version = segment.getNumericDocValues(PostFields.VERSION);
                if (version == null || !version.advanceExact(doc)) {
                    throw new IOException("a document of " + segment + " has no version");
                }
                return version.longValue();
            }
        }
        return UNKNOWN;
    }
}
