package org.mifeng.api.service;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that reads the files of its index whole all the time. */
public final class ReadsFilesOften implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("mifeng.indexing.file-interval", "PT0.2S");
    }
}
