package org.mifeng.api.jobpost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/** The row of a job post, for writing. Lists are read by {@link JobPostCatalogue}, without the persistence context. */
@Entity
@Table(name = "job_post")
@SuppressWarnings("UnusedVariable") // fields are read by the persistence provider
class JobPostEntity {
    @Id
    private long id;

    @Column(name = "public_id")
    private String publicId;

    @Version
    private long version;

    @Column(name = "employer_id")
    private long employerId;

    @Enumerated(EnumType.STRING)
    private JobPostState state;

    private String occupation;
    private String title;
    private String body;
    private double latitude;
    private double longitude;

    @Column(name = "town_code")
    private String townCode;

    private String address;

    @Column(name = "pay_amount_fen")
    private int payAmountFen;

    @Column(name = "pay_unit")
    @Enumerated(EnumType.STRING)
    private PayUnit payUnit;

    @Column(name = "hours_per_day")
    @JdbcTypeCode(SqlTypes.TINYINT)
    private int hoursPerDay;

    @Enumerated(EnumType.STRING)
    private Settlement settlement;

    private int slots;

    @Column(name = "shift_fixed")
    private boolean shiftFixed;

    private int openings;

    @Column(name = "openings_left")
    private int openingsLeft;

    private long certificates;
    private int benefits;
    private int hazards;

    @Column(name = "hazards_known")
    private boolean hazardsKnown;

    @Column(name = "min_age")
    @JdbcTypeCode(SqlTypes.TINYINT)
    private int minAge;

    @Column(name = "max_age")
    @JdbcTypeCode(SqlTypes.TINYINT)
    private int maxAge;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "phone_sealed")
    private byte @Nullable [] phoneSealed;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For the persistence provider. */
    protected JobPostEntity() {}

    /** What a new row needs beside what the employer said. */
    @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
    record Birth(long id, String publicId, long employerId, JobPostState state, byte[] phoneSealed, Instant now) {}

    static JobPostEntity of(Birth birth, Posting posting) {
        JobPostEntity post = new JobPostEntity();
        post.id = birth.id();
        post.publicId = birth.publicId();
        post.employerId = birth.employerId();
        post.state = birth.state();
        post.phoneSealed = birth.phoneSealed();
        post.occupation = posting.occupation().value();
        post.title = posting.title();
        post.body = posting.body();
        post.latitude = posting.place().latitude();
        post.longitude = posting.place().longitude();
        post.townCode = posting.townCode();
        post.address = posting.address();
        post.payAmountFen = posting.pay().amountFen();
        post.payUnit = posting.pay().unit();
        post.hoursPerDay = posting.pay().hoursPerDay();
        post.settlement = posting.settlement();
        post.slots = posting.slots().bits();
        post.shiftFixed = posting.shiftFixed();
        post.openings = posting.openings();
        post.openingsLeft = posting.openings();
        post.certificates = posting.certificates();
        post.benefits = bits(posting.benefits());
        post.hazards = bits(posting.hazards().orElse(Set.of()));
        post.hazardsKnown = posting.hazards().isPresent();
        post.minAge = Posting.LOWEST_AGE;
        post.maxAge = Posting.NO_HIGHEST_AGE;
        post.startsOn = posting.startsOn().orElse(null);
        post.confirmedAt = birth.now();
        post.validUntil = posting.validUntil();
        post.createdAt = birth.now();
        post.updatedAt = birth.now();
        return post;
    }

    private static int bits(Set<? extends Enum<?>> members) {
        return members.stream().mapToInt(member -> 1 << member.ordinal()).reduce(0, (a, b) -> a | b);
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    String publicId() {
        return publicId;
    }

    long employerId() {
        return employerId;
    }

    JobPostState state() {
        return state;
    }

    /**
     * No longer wanted by its employer.
     *
     * @return whether anything changed
     */
    boolean close(ClosingReason reason, Instant now) {
        return switch (state) {
            case IN_REVIEW, LIVE, PAUSED -> {
                state = reason.state();
                switch (reason) {
                    case FILLED -> openingsLeft = 0;
                    case WITHDRAWN -> validUntil = now;
                }
                updatedAt = now;
                yield true;
            }
            case FILLED, EXPIRED, TAKEN_DOWN -> false;
        };
    }
}
