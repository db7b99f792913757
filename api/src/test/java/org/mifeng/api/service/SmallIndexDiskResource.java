package org.mifeng.api.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a test of the service an index on a {@link SmallDisk}. */
public final class SmallIndexDiskResource implements QuarkusTestResourceLifecycleManager {
    private static final int MEBIBYTES = 48;

    private @Nullable SmallDisk disk;

    @Override
    public Map<String, String> start() {
        SmallDisk mounted = SmallDisk.mount("index-disk-", MEBIBYTES);
        disk = mounted;
        try {
            IndexResource.publishEmpty(mounted.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the index of tests", e);
        }
        return Map.of(
                "mifeng.index.directory",
                mounted.directory().toString(),
                SmallDisk.IS_SMALL,
                Boolean.toString(mounted.isSmall()));
    }

    @Override
    public void stop() {
        if (disk != null) {
            disk.unmount();
        }
    }
}
