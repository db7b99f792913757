package org.mifeng.api.bench.morning;

import java.util.HashSet;
import java.util.Set;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Openings;

/** The places of one post: filled, held by somebody, or free. */
final class Places {
    private final JobPost post;
    private final Set<Integer> holders = new HashSet<>();
    private int unfilled;
    private long version;

    /** @param post as it was when the doors opened; all its places left are free */
    Places(JobPost post) {
        this.post = post;
        unfilled = post.openings().left();
        version = post.version();
    }

    /** The straight way from the kiosks. */
    double metres() {
        return MorningMarket.metres(post.place());
    }

    int free() {
        return unfilled - holders.size();
    }

    /** Keeps a place for the person, if one is free. */
    boolean hold(int person) {
        return free() > 0 && holders.add(person);
    }

    /** Gives the person's place back, if it is still kept. */
    boolean letGo(int person) {
        return holders.remove(person);
    }

    /** The person stands at the gate. Whoever holds a place gets it; others get one that nobody holds. */
    boolean arrive(int person) {
        if (!holders.remove(person) && free() == 0) {
            return false;
        }
        unfilled--;
        return true;
    }

    /** The post as the index must know it now: only free places are left, and holders are after them. */
    JobPost next() {
        version++;
        return now();
    }

    /** The same at the version it had. */
    JobPost now() {
        return new JobPost(
                post.id(),
                version,
                post.employerId(),
                free() > 0,
                post.occupation(),
                post.place(),
                post.town(),
                post.title(),
                post.body(),
                post.pay(),
                post.settlement(),
                post.slots(),
                post.shiftFixed(),
                new Openings(post.openings().total(), free(), holders.size()),
                post.certificates(),
                post.benefits(),
                post.hazards(),
                post.hazardsKnown(),
                post.minAge(),
                post.maxAge(),
                post.trustPercent(),
                post.welcomes(),
                post.startsOn(),
                post.postedAt(),
                post.confirmedAt(),
                post.validUntil());
    }
}
