package org.mifeng.api.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** The service, from the moment everything it needs is there until it is told to stop. */
public final class ServiceApplication implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        Quarkus.waitForExit();
        return 0;
    }
}
