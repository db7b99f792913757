package org.mifeng.api.operations;

import java.nio.file.Path;
import java.util.Optional;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.bulk.BulkSchema;

/**
 * A file whose name says what it holds, such as {@code job-posts.ndjson} or {@code seekers-2026.csv}.
 *
 * @param path of the file
 * @param kind what its rows are
 * @param format how it is written
 */
record BulkFile(Path path, Kind kind, BulkFormat format) {
    /** What rows are, in the order in which they depend on each other. */
    enum Kind {
        /** 用人单位. */
        EMPLOYER,
        /** 岗位. */
        JOB_POST,
        /** 求职者. */
        SEEKER;

        private String fileName() {
            return switch (this) {
                case EMPLOYER -> BulkSchema.EMPLOYERS.name();
                case JOB_POST -> BulkSchema.JOB_POSTS.name();
                case SEEKER -> BulkSchema.SEEKERS.name();
            };
        }
    }

    static Optional<BulkFile> named(Path path) {
        String name = String.valueOf(path.getFileName());
        for (Kind kind : Kind.values()) {
            for (BulkFormat format : BulkFormat.values()) {
                if (name.startsWith(kind.fileName()) && name.endsWith("." + format.extension())) {
                    return Optional.of(new BulkFile(path, kind, format));
                }
            }
        }
        return Optional.empty();
    }
}
