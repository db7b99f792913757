package org.mifeng.api.bench;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.spi.IndexChange;

/**
 * What a day at the market does to its posts: of a hundred changes seventy are a confirmation by the employer, fifteen a
 * post that is filled or paused, ten a new post, five a removed one. Seeded; versions always rise.
 */
final class ChangeMix {
    private static final long NEW_NUMBERS = 100_000_000;

    private final RandomGenerator random = new SplittableRandom(5);
    private final List<JobPost> posts;
    private final Instant now;
    private long version;

    /**
     * @param posts some of the index, the only ones to change
     * @param now when employers confirm
     */
    ChangeMix(List<JobPost> posts, Instant now) {
        this.posts = posts;
        this.now = now;
    }

    IndexChange next() {
        version++;
        JobPost post = posts.get(random.nextInt(posts.size()));
        int percent = random.nextInt(100);
        if (percent < 70) {
            return new IndexChange.PutJobPost(with(post, Map.of("version", version, "confirmedAt", now, "open", true)));
        }
        if (percent < 85) {
            return new IndexChange.PutJobPost(with(post, Map.of("version", version, "open", false)));
        }
        if (percent < 95) {
            return new IndexChange.PutJobPost(
                    with(post, Map.of("id", NEW_NUMBERS + version, "version", version, "confirmedAt", now)));
        }
        return new IndexChange.RemoveJobPost(post.id(), version);
    }

    /** By the names of the record's parts, so that a new fact of a post needs no change here. */
    private static JobPost with(JobPost post, Map<String, Object> changed) {
        RecordComponent[] parts = JobPost.class.getRecordComponents();
        Object[] values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                Object value = changed.get(parts[i].getName());
                values[i] = value != null ? value : parts[i].getAccessor().invoke(post);
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return JobPost.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a post cannot be changed", e);
        }
    }
}
