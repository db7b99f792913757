package org.mifeng.api.node;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mifeng.matcher.Matcher;

/**
 * Ready when the index is open, follows the database and has caught up with it: what a balancer asks before it sends somebody
 * here. The data say how the node is for people and monitors.
 */
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
        HealthCheckResponseBuilder response = HealthCheckResponse.named("index")
                .status(follower.isCaughtUp())
                .withData("state", follower.state().name())
                .withData("generation", matcher.generation())
                .withData("position", matcher.position())
                .withData("modelVersion", matcher.modelVersion())
                .withData("changesSetAside", follower.failureCounts().setAside())
                .withData("rowsFoundDiffering", follower.drifted());
        follower.buildPercent().ifPresent(percent -> response.withData("nextIndexPercent", percent));
        return response.build();
    }
}
