package org.mifeng.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mifeng.api.jobpost.PostRow;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

class PackedPostsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");

    private final PackedPosts posts = new PackedPosts();

    private static PostRow post(
            long id, JobPostState state, int openingsLeft, Instant validUntil, PostRow.Employer employer) {
        Random random = new Random(id);
        return new PostRow(
                id,
                "test%018d".formatted(id),
                random.nextLong(1L << 40),
                state,
                "4-02-05-01",
                "装卸工\u3000\"日结\" 🐝 " + "长".repeat(random.nextInt(60)),
                new PostRow.Place(
                        18 + 36 * random.nextDouble(),
                        73 + 63 * random.nextDouble(),
                        "370811002",
                        "车站西路 " + random.nextInt()),
                new Pay(
                        1 + random.nextInt(10_000_000),
                        PayUnit.values()[random.nextInt(PayUnit.values().length)],
                        1 + random.nextInt(16)),
                Settlement.values()[random.nextInt(Settlement.values().length)],
                random.nextInt(1 << 28),
                random.nextBoolean(),
                Math.max(openingsLeft, random.nextInt(1_000)),
                openingsLeft,
                random.nextInt(64),
                random.nextInt(64),
                random.nextBoolean() ? LocalDate.of(2026, 11, 1 + random.nextInt(30)) : null,
                NOW.minusMillis(random.nextInt()),
                validUntil,
                employer);
    }

    private static PostRow.Employer employer(EmployerState state, @Nullable Instant verifiedUntil) {
        return new PostRow.Employer(7, "employer-of-test-00007", "济宁某某物流", state, verifiedUntil);
    }

    @Test
    void whatIsPackedComesBackToTheLastBit() {
        for (long id = 1; id <= 2_000; id++) {
            PostRow post = post(
                    id,
                    JobPostState.LIVE,
                    1 + (int) (id % 50),
                    NOW.plusMillis(id),
                    employer(EmployerState.ACTIVE, NOW.plusSeconds(60)));
            posts.put(post);
            assertThat(posts.find(id)).contains(post);
        }
        assertThat(posts.size()).isEqualTo(2_000);
    }

    @Test
    void onlyPostsThatAreWantedAreKept() {
        PostRow.Employer employer = employer(EmployerState.ACTIVE, NOW.plusSeconds(60));
        for (JobPostState state : JobPostState.values()) {
            posts.put(post(1, JobPostState.LIVE, 3, NOW.plusSeconds(60), employer));
            posts.put(post(1, state, 3, NOW.plusSeconds(60), employer));
            assertThat(posts.find(1).isPresent()).as(state.name()).isEqualTo(state == JobPostState.LIVE);
        }
        posts.put(post(1, JobPostState.LIVE, 0, NOW.plusSeconds(60), employer));
        assertThat(posts.find(1)).isEmpty();
    }

    @Test
    void validityEndsByTheClockAloneToTheMillisecond() {
        Instant end = Instant.parse("2026-11-21T16:00:00Z"); // midnight in Asia/Shanghai
        posts.put(post(1, JobPostState.LIVE, 1, end, employer(EmployerState.ACTIVE, end.plusSeconds(60))));
        posts.put(post(2, JobPostState.LIVE, 1, end.plusSeconds(60), employer(EmployerState.ACTIVE, end)));
        for (long id = 1; id <= 2; id++) {
            PostRow post = posts.find(id).orElseThrow();
            assertThat(post.isVisible(end.minusMillis(1))).isTrue();
            assertThat(post.isVisible(end)).isFalse();
        }
    }

    @Test
    void aChangedEmployerIsChangedForAllItsPosts() {
        PostRow.Employer active = employer(EmployerState.ACTIVE, NOW.plusSeconds(60));
        posts.put(post(1, JobPostState.LIVE, 1, NOW.plusSeconds(60), active));
        posts.put(post(2, JobPostState.LIVE, 1, NOW.plusSeconds(60), active));
        posts.put(post(
                2, JobPostState.LIVE, 1, NOW.plusSeconds(60), employer(EmployerState.SUSPENDED, NOW.plusSeconds(60))));
        assertThat(posts.find(1).orElseThrow().isVisible(NOW)).isFalse();
    }

    /** The addresses of all posts that were told of and not taken back. */
    private static final class Heard implements PlaceListener {
        private final List<String> addresses = new ArrayList<>();

        @Override
        public void begins(PostRow.Place place) {
            addresses.add(place.address());
        }

        @Override
        public void ends(PostRow.Place place) {
            addresses.remove(place.address());
        }
    }

    @Test
    void whoFollowsThePlacesHearsOfEveryBeginningAndEnd() {
        PostRow.Employer employer = employer(EmployerState.ACTIVE, NOW);
        List<PostRow> rows = LongStream.rangeClosed(1, 4)
                .mapToObj(id -> post(id, JobPostState.LIVE, 1, NOW.plusSeconds(id), employer))
                .toList();
        posts.put(rows.get(0));
        Heard heard = new Heard();
        posts.follow(heard);
        rows.forEach(posts::put);
        posts.put(post(2, JobPostState.LIVE, 0, NOW, employer));
        posts.remove(3);
        posts.remove(3);
        assertThat(heard.addresses)
                .containsExactlyInAnyOrder(
                        rows.get(0).place().address(), rows.get(3).place().address());
        posts.forgetExpired(NOW.plusSeconds(2));
        assertThat(heard.addresses).containsExactly(rows.get(3).place().address());
        posts.end();
        posts.put(rows.get(1));
        assertThat(heard.addresses).isEmpty();
    }

    @Test
    void longExpiredPostsAreForgotten() {
        PostRow.Employer employer = employer(EmployerState.ACTIVE, NOW);
        posts.put(post(1, JobPostState.LIVE, 1, NOW.minusSeconds(1), employer));
        posts.put(post(2, JobPostState.LIVE, 1, NOW, employer));
        posts.forgetExpired(NOW);
        assertThat(posts.find(1)).isEmpty();
        assertThat(posts.find(2)).isPresent();
    }
}
