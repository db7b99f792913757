package org.mifeng.api.operations;

import java.util.function.LongFunction;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.SeekerRecord;

/**
 * A market to load, each record made from its number alone. Numbers begin at 1.
 *
 * @param employers how many
 * @param employer makes one
 * @param jobPosts how many
 * @param jobPost makes one
 * @param seekers how many
 * @param seeker makes one
 */
record Market(
        long employers,
        LongFunction<EmployerRecord> employer,
        long jobPosts,
        LongFunction<JobPostRecord> jobPost,
        long seekers,
        LongFunction<SeekerRecord> seeker) {
    long rows() {
        return employers + jobPosts + seekers;
    }
}
