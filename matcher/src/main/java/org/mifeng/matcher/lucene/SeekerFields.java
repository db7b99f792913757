package org.mifeng.matcher.lucene;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.OccupationTree;

/** How a seeker becomes a Lucene document: codes, numbers and the place, no words and nothing stored. */
final class SeekerFields {
    static final String TRAVEL = "travel";
    static final String MAX_DISTANCE = "max_distance";
    static final String SETTLEMENTS = "settlements";
    static final String FLOOR = "floor";
    static final String BORN_ON = "born_on";
    static final String WISHES = "wishes";

    static final long ACTIVE = 0;
    static final long INACTIVE = 1;

    static final Sort ORDER = new Sort(
            new SortField(PostFields.STATE, SortField.Type.LONG),
            new SortField(PostFields.OCCUPATION, SortField.Type.LONG),
            new SortField(PostFields.CELL, SortField.Type.LONG));

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
        return document;
    }

    private static long mask(Seeker.Wish wish) {
        long mask = 0;
        for (Settlement settlement : wish.settlements()) {
            mask |= 1L << settlement.ordinal();
        }
        return mask;
    }
}
