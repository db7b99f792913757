package org.mifeng.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

class RouteKindTest {
    @Test
    void everyRouteHasItsKind() {
        assertThat(RouteKind.of(HttpMethod.POST, "/api/v1/kiosk/sessions")).isEqualTo(RouteKind.KIOSK);
        assertThat(RouteKind.of(HttpMethod.POST, "/api/v1/matches")).isEqualTo(RouteKind.LISTS);
        assertThat(RouteKind.of(HttpMethod.POST, "/api/v1/matches/shortage")).isEqualTo(RouteKind.LISTS);
        assertThat(RouteKind.of(HttpMethod.GET, "/api/v1/job-posts")).isEqualTo(RouteKind.LISTS);
        assertThat(RouteKind.of(HttpMethod.GET, "/api/v1/job-posts/facets")).isEqualTo(RouteKind.LISTS);
        assertThat(RouteKind.of(HttpMethod.GET, "/api/v1/job-posts/suggest")).isEqualTo(RouteKind.LISTS);
        assertThat(RouteKind.of(HttpMethod.GET, "/api/v1/job-posts/x")).isEqualTo(RouteKind.SINGLE);
        assertThat(RouteKind.of(HttpMethod.GET, "/api/v1/job-posts/x/similar")).isEqualTo(RouteKind.SINGLE);
        assertThat(RouteKind.of(HttpMethod.POST, "/api/v1/job-posts")).isEqualTo(RouteKind.WRITES);
        assertThat(RouteKind.of(HttpMethod.POST, "/api/v1/job-posts/x/close")).isEqualTo(RouteKind.WRITES);
        assertThat(RouteKind.of(HttpMethod.GET, "/q/health/ready")).isEqualTo(RouteKind.OPERATIONS);
        assertThat(RouteKind.of(HttpMethod.GET, "/")).isEqualTo(RouteKind.SINGLE);
        assertThat(RouteKind.of(HttpMethod.DELETE, "/api/v1/anything")).isEqualTo(RouteKind.WRITES);
    }
}
