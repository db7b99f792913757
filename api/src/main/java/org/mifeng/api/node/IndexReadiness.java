package org.mifeng.api.node;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mifeng.matcher.Matcher;

/** Ready when the index is open and follows the database. */
@Readiness
@Singleton
final class IndexReadiness implements HealthCheck {
    private final Matcher matcher;
    private final OutboxFollower follower;

    IndexReadiness(Matcher matcher, OutboxFollower follower) {
        this.matcher = matcher;
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("index")
                .status(follower.state() == OutboxFollower.State.FOLLOWING)
                .withData("state", follower.state().name())
                .withData("generation", matcher.generation())
                .withData("position", matcher.position())
                .withData("modelVersion", matcher.modelVersion())
                .build();
    }
}
