package org.mifeng.matcher.lucene;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** How a job post becomes a Lucene document. Nothing is stored, only what matching reads. */
final class PostFields {
    static final String ID = "id";
    static final String VERSION = "version";
    static final String STATE = "state";
    static final String OCCUPATION = "occupation";
    static final String CELL = "cell";
    static final String EMPLOYER = "employer";
    static final String X = "x";
    static final String Y = "y";
    static final String Z = "z";
    static final String FEN_PER_HOUR = "fen_per_hour";
    static final String SETTLEMENT = "settlement";
    static final String SLOTS = "slots";
    static final String FLAGS = "flags";
    static final String CERTIFICATES = "certificates";
    static final String AGES = "ages";
    static final String CONFIRMED_AT = "confirmed_at";
    static final String VALID_UNTIL = "valid_until";
    static final String OPENINGS_LEFT = "openings_left";
    static final String VACANCY = "vacancy";
    static final String TRUST = "trust";
    static final String WELCOMES = "welcomes";
    static final String BENEFITS = "benefits";
    static final String HAZARDS = "hazards";
    static final String TOWN = "town";
    static final String STARTS_ON = "starts_on";
    static final String POSTED_AT = "posted_at";
    static final String TEXT = "text";

    static final long OPEN = 0;
    static final long CLOSED = 1;
    /** A removed post leaves its number and version behind, so that an older change cannot bring it back. */
    static final long REMOVED = 2;

    /** Where a post says no day on which work begins. */
    static final int ANY_DAY = Integer.MIN_VALUE;

    private static final long LATEST_SECOND = (1L << Integer.SIZE) - 1;

    static final int FLAG_SHIFT_FIXED = 1;
    static final int FLAG_LIMIT_LIFTED = 2;
    static final int FLAG_HAZARDOUS_OR_UNKNOWN = 4;

    static final Sort ORDER = new Sort(
            new SortField(STATE, SortField.Type.LONG),
            new SortField(OCCUPATION, SortField.Type.LONG),
            new SortField(CELL, SortField.Type.LONG));

    private static final FieldType TEXT_TYPE = new FieldType();
    private static final FieldType WORDS_TYPE = new FieldType();

    static {
        TEXT_TYPE.setTokenized(true);
        TEXT_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TEXT_TYPE.freeze();
        // a word is as telling as the text that it stands in is short, so the length of that text is the one that
        // counts
        WORDS_TYPE.setTokenized(true);
        WORDS_TYPE.setOmitNorms(true);
        WORDS_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS_TYPE.freeze();
    }

    private PostFields() {}

    static Document document(JobPost post, OccupationTree tree) {
        Coordinates.Point point = post.place().point();
        Document document = new Document();
        document.add(new StringField(ID, idTerm(post.id()), Field.Store.NO));
        number(document, ID, post.id());
        number(document, VERSION, post.version());
        number(document, STATE, post.open() && post.openings().left() > 0 ? OPEN : CLOSED);
        number(document, OCCUPATION, tree.ordinal(post.occupation()));
        number(document, CELL, MortonCell.of(post.place()));
        number(document, EMPLOYER, post.employerId());
        document.add(new FloatDocValuesField(X, point.x()));
        document.add(new FloatDocValuesField(Y, point.y()));
        document.add(new FloatDocValuesField(Z, point.z()));
        number(document, FEN_PER_HOUR, post.pay().fenPerHour());
        number(document, SETTLEMENT, post.settlement().ordinal());
        number(document, SLOTS, post.slots().bits());
        number(document, FLAGS, flags(post));
        number(document, CERTIFICATES, post.certificates());
        number(document, AGES, post.minAge() | post.maxAge() << 8);
        number(document, CONFIRMED_AT, second(post.confirmedAt()));
        number(document, VALID_UNTIL, second(post.validUntil()));
        number(document, OPENINGS_LEFT, post.openings().left());
        number(document, VACANCY, post.openings().vacancyPercent());
        number(document, TRUST, post.trustPercent());
        number(document, WELCOMES, HelpGroup.mask(post.welcomes()));
        number(document, BENEFITS, bits(post.benefits()));
        number(document, HAZARDS, bits(post.hazards()));
        number(document, TOWN, post.town());
        number(
                document,
                STARTS_ON,
                post.startsOn().map(day -> Math.toIntExact(day.toEpochDay())).orElse(ANY_DAY));
        number(document, POSTED_AT, Math.clamp(second(post.postedAt()), 0, LATEST_SECOND));
        // BM25F with one field: a word of the title counts as two of the body (Robertson, Zaragoza, Taylor 2004)
        for (String piece : List.of(post.title(), post.title(), post.body())) {
            document.add(new Field(TEXT, piece, TEXT_TYPE));
            document.add(new Field(ChineseAnalyzer.WORDS, piece, WORDS_TYPE));
        }
        return document;
    }

    static Document tombstone(long id, long version) {
        Document document = new Document();
        document.add(new StringField(ID, idTerm(id), Field.Store.NO));
        number(document, ID, id);
        number(document, VERSION, version);
        number(document, STATE, REMOVED);
        return document;
    }

    static BytesRef idTerm(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }

    static void number(Document document, String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    private static <E extends Enum<E>> int bits(Set<E> members) {
        int bits = 0;
        for (E member : members) {
            bits |= 1 << member.ordinal();
        }
        return bits;
    }

    private static int flags(JobPost post) {
        return (post.shiftFixed() ? FLAG_SHIFT_FIXED : 0)
                | (post.liftsDistanceLimit() ? FLAG_LIMIT_LIFTED : 0)
                | (post.hazardousOrUnknown() ? FLAG_HAZARDOUS_OR_UNKNOWN : 0);
    }

    /** Whole seconds, so that an expiry within a second shows at its end, never after it. */
    private static long second(Instant instant) {
        return instant.getEpochSecond();
    }
}
