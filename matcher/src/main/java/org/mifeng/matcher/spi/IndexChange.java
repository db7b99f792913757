package org.mifeng.matcher.spi;

import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Seeker;

/** One change to an index. A change whose version is older than what the index has is ignored. */
public sealed interface IndexChange {
    /** The number of the post or seeker. */
    long id();

    /** The version of the row the change was read from. */
    long version();

    /** A post was written. */
    record PutJobPost(JobPost post) implements IndexChange {
        @Override
        public long id() {
            return post.id();
        }

        @Override
        public long version() {
            return post.version();
        }
    }

    /** A post's row is gone. */
    record RemoveJobPost(long id, long version) implements IndexChange {}

    /** A seeker's profile was written. */
    record PutSeeker(Seeker seeker) implements IndexChange {
        @Override
        public long id() {
            return seeker.id();
        }

        @Override
        public long version() {
            return seeker.version();
        }
    }

    /** A seeker's row is gone. */
    record RemoveSeeker(long id, long version) implements IndexChange {}
}
