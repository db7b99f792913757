package org.mifeng.matcher.lucene;

import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * How a seeker becomes a Lucene document: codes, numbers, the place, and which words were said; nothing stored, no order
 * of words, no number that could be a phone or an ID number.
 */
final class SeekerFields {
    static final String TRAVEL = "travel";
    static final String MAX_DISTANCE = "max_distance";
    static final String SETTLEMENTS = "settlements";
    static final String FLOOR = "floor";
    static final String BORN_ON = "born_on";
    static final String WISHES = "wishes";
    static final String HELP_GROUPS = "help_groups";
    static final String WANTED = "wanted_employers";
    static final String BLOCKED = "blocked_employers";
    static final String DISMISSED = "dismissed_posts";

    private static final long ANY_SETTLEMENT = (1L << Settlement.values().length) - 1;

    static final long ACTIVE = 0;
    static final long INACTIVE = 1;

    static final Sort ORDER = new Sort(
            new SortField(PostFields.STATE, SortField.Type.LONG),
            new SortField(PostFields.OCCUPATION, SortField.Type.LONG),
            new SortField(PostFields.CELL, SortField.Type.LONG));

    private static final FieldType WORDS_TYPE = new FieldType();

    static {
        WORDS_TYPE.setTokenized(true);
        WORDS_TYPE.setOmitNorms(true);
        WORDS_TYPE.setIndexOptions(IndexOptions.DOCS);
        WORDS_TYPE.freeze();
    }

    private SeekerFields() {}

    static Document document(Seeker seeker, OccupationTree tree) {
        Seeker.Wish wish = seeker.wish();
        Coordinates.Point point = wish.start().point();
        Document document = new Document();
        document.add(new StringField(PostFields.ID, PostFields.idTerm(seeker.id()), Field.Store.NO));
        PostFields.number(document, PostFields.ID, seeker.id());
        PostFields.number(document, PostFields.VERSION, seeker.version());
        PostFields.number(document, PostFields.STATE, seeker.active() ? ACTIVE : INACTIVE);
        PostFields.number(
                document,
                PostFields.OCCUPATION,
                wish.occupations().isEmpty()
                        ? -1
                        : tree.ordinal(wish.occupations().getFirst()));
        PostFields.number(document, PostFields.CELL, MortonCell.of(wish.start()));
        for (OccupationCode code : wish.occupations()) {
            document.add(new SortedNumericDocValuesField(WISHES, tree.ordinal(code)));
        }
        document.add(new FloatDocValuesField(PostFields.X, point.x()));
        document.add(new FloatDocValuesField(PostFields.Y, point.y()));
        document.add(new FloatDocValuesField(PostFields.Z, point.z()));
        PostFields.number(document, TRAVEL, wish.travel().ordinal());
        PostFields.number(document, MAX_DISTANCE, wish.maxDistanceMetres());
        PostFields.number(document, PostFields.SLOTS, wish.slots().bits());
        PostFields.number(document, SETTLEMENTS, mask(wish));
        PostFields.number(document, FLOOR, wish.floorIsMust() ? wish.floorFenPerHour() : -wish.floorFenPerHour());
        PostFields.number(document, PostFields.CERTIFICATES, wish.certificates());
        PostFields.number(document, BORN_ON, seeker.birthDate().toEpochDay());
        PostFields.number(
                document, HELP_GROUPS, HelpGroup.mask(seeker.background().helpGroups()));
        numbers(document, WANTED, seeker.background().wantedEmployers());
        numbers(document, BLOCKED, seeker.background().blockedEmployers());
        numbers(document, DISMISSED, seeker.background().dismissedPosts());
        document.add(new Field(PostFields.TEXT, wish.text(), WORDS_TYPE));
        return document;
    }

    private static void numbers(Document document, String field, Set<Long> numbers) {
        for (long number : numbers) {
            document.add(new SortedNumericDocValuesField(field, number));
        }
    }

    /** All of them for who accepts any. */
    private static long mask(Seeker.Wish wish) {
        long mask = 0;
        for (Settlement settlement : wish.settlements()) {
            mask |= 1L << settlement.ordinal();
        }
        return mask == 0 ? ANY_SETTLEMENT : mask;
    }
}
