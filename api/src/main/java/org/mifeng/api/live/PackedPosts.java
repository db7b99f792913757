package org.mifeng.api.live;

import java.time.Instant;
import java.time.LocalDate;
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

    private final RowTable posts = new RowTable();
    private final Map<Long, PostRow.Employer> employers = new ConcurrentHashMap<>();

    /** Keeps the post if it is wanted, forgets it otherwise. */
    void put(PostRow post) {
        employers.put(post.employer().id(), post.employer());
        if (post.isWanted()) {
            posts.put(post.id(), pack(post));
        } else {
            posts.remove(post.id());
        }
    }

    void remove(long id) {
        posts.remove(id);
    }

    Optional<PostRow> find(long id) {
        return posts.get(id).map(bytes -> unpack(id, bytes));
    }

    int size() {
        return posts.size();
    }

    /** Forgets posts that expired before the moment. */
    void forgetExpired(Instant before) {
        posts.forEach((id, bytes) -> {
            if (unpack(id, bytes).validUntil().isBefore(before)) {
                posts.remove(id);
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
        double latitude = Double.longBitsToDouble(row.wide());
        double longitude = Double.longBitsToDouble(row.wide());
        PostRow.Place place = new PostRow.Place(latitude, longitude, row.text(), row.text());
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
