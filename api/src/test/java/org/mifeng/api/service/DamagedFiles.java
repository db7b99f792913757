package org.mifeng.api.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mifeng.api.generation.IndexDirectories;

/** What can happen to the files of an index that is in use. */
enum DamagedFiles {
    /** One bit of the largest file of posts is another. */
    BIT_FLIPPED {
        @Override
        void in(Path build) throws IOException {
            Path file = largest(build.resolve("posts"));
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 4;
            Files.write(file, content);
        }
    },
    /** The largest file of seekers was emptied. */
    EMPTIED {
        @Override
        void in(Path build) throws IOException {
            Files.write(largest(build.resolve("seekers")), new byte[0]);
        }
    },
    /** The largest file of posts is as long as it was, and nothing but zeros. */
    ZEROED {
        @Override
        void in(Path build) throws IOException {
            Path file = largest(build.resolve("posts"));
            Files.write(file, new byte[(int) Files.size(file)]);
        }
    },
    /** The whole directory is gone, and what names it too. */
    ALL_DELETED {
        @Override
        void in(Path build) throws IOException {
            Files.delete(build.resolveSibling("current"));
            IndexDirectories.delete(build);
        }
    };

    /** Does it. */
    abstract void in(Path build) throws IOException;

    /** Of the segments, once a commit has written one; a commit's own small file is replaced by the next. */
    private static Path largest(Path part) {
        return await().until(() -> segments(part), files -> !files.isEmpty()).stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    private static List<Path> segments(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part)) {
            return files.filter(file -> file.getFileName().toString().startsWith("_"))
                    .toList();
        }
    }
}
