package org.mifeng.api.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.jobpost.PostRow;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * The posts that are wanted, some 200 bytes each; employers once. Whether one may be shown is judged when it is read: by
 * the clock and by its employer as last seen with any of its posts.
 */
final class PackedPosts {
    private static final PayUnit[] UNITS = PayUnit.values();
    private static final Settlement[] SETTLEMENTS = Settlement.values();
    /** Public id, occupation and title. */
    private static final int TEXTS_BEFORE_PLACE = 3;

    private final RowTable posts = new RowTable();
    private final Map<Long, PostRow.Employer> employers = new ConcurrentHashMap<>();
    private @Nullable PlaceListener listener;

    /** Keeps the post if it is wanted, forgets it otherwise. */
    synchronized void put(PostRow post) {
        employers.put(post.employer().id(), post.employer());
        if (post.isWanted()) {
            tell(post.id(), post.place());
            posts.put(post.id(), pack(post));
        } else {
            remove(post.id());
        }
    }

    synchronized void remove(long id) {
        tell(id, null);
        posts.remove(id);
    }

    private void tell(long id, PostRow.@Nullable Place now) {
        PlaceListener told = listener;
        if (told == null) {
            return;
        }
        PostRow.Place before = posts.get(id).map(PackedPosts::place).orElse(null);
        if (now != null && !now.equals(before)) {
            told.begins(now);
        }
        if (before != null && !before.equals(now)) {
            told.ends(before);
        }
    }

    /** Tells of all places, and of what changes from now on. */
    void follow(PlaceListener other) {
        for (byte[] row : rowsKnownTo(other)) {
            other.begins(place(row));
        }
    }

    /** Tells that all places end, and nothing more. */
    void end() {
        PlaceListener told = listener;
        if (told != null) {
            for (byte[] row : rowsKnownTo(null)) {
                told.ends(place(row));
            }
        }
    }

    private synchronized List<byte[]> rowsKnownTo(@Nullable PlaceListener other) {
        listener = other;
        List<byte[]> rows = new ArrayList<>(posts.size());
        posts.forEach((id, row) -> rows.add(row));
        return rows;
    }

    Optional<PostRow> find(long id) {
        return posts.get(id).map(bytes -> unpack(id, bytes));
    }

    int size() {
        return posts.size();
    }

    /** Forgets posts that expired before the moment. */
    synchronized void forgetExpired(Instant before) {
        posts.forEach((id, bytes) -> {
            if (unpack(id, bytes).validUntil().isBefore(before)) {
                remove(id);
            }
        });
    }

    private static byte[] pack(PostRow post) {
        return new RowWriter()
                .number(post.version())
                .text(post.publicId())
                .text(post.occupation())
                .text(post.title())
                .wide(Double.doubleToLongBits(post.place().latitude()))
                .wide(Double.doubleToLongBits(post.place().longitude()))
                .text(post.place().townCode())
                .text(post.place().address())
                .number(post.pay().amountFen())
                .number(post.pay().unit().ordinal())
                .number(post.pay().hoursPerDay())
                .number(post.settlement().ordinal())
                .number(post.slots())
                .number(post.shiftFixed() ? 1 : 0)
                .number(post.openings())
                .number(post.openingsLeft())
                .number(post.benefits())
                .number(post.hazards())
                .number(post.startsOn() == null ? 0 : post.startsOn().toEpochDay())
                .number(post.confirmedAt().toEpochMilli())
                .number(post.validUntil().toEpochMilli())
                .number(post.employer().id())
                .toBytes();
    }

    private PostRow unpack(long id, byte[] bytes) {
        RowReader row = new RowReader(bytes);
        long version = row.number();
        String publicId = row.text();
        String occupation = row.text();
        String title = row.text();
        PostRow.Place place = place(row);
        Pay pay = new Pay(row.small(), UNITS[row.small()], row.small());
        return new PostRow(
                id,
                publicId,
                version,
                JobPostState.LIVE,
                occupation,
                title,
                place,
                pay,
                SETTLEMENTS[row.small()],
                row.small(),
                row.small() == 1,
                row.small(),
                row.small(),
                row.small(),
                row.small(),
                date(row.number()),
                Instant.ofEpochMilli(row.number()),
                Instant.ofEpochMilli(row.number()),
                employer(row.number()));
    }

    private static PostRow.Place place(byte[] bytes) {
        RowReader row = new RowReader(bytes);
        row.number();
        for (int text = 0; text < TEXTS_BEFORE_PLACE; text++) {
            row.text();
        }
        return place(row);
    }

    private static PostRow.Place place(RowReader row) {
        double latitude = Double.longBitsToDouble(row.wide());
        double longitude = Double.longBitsToDouble(row.wide());
        return new PostRow.Place(latitude, longitude, row.text(), row.text());
    }

    private static @Nullable LocalDate date(long epochDay) {
        return epochDay == 0 ? null : LocalDate.ofEpochDay(epochDay);
    }

    private PostRow.Employer employer(long id) {
        PostRow.Employer employer = employers.get(id);
        if (employer == null) {
            throw new IllegalStateException("a post is kept without its employer");
        }
        return employer;
    }
}
