package org.mifeng.api.service;

import static io.restassured.RestAssured.given;

/** What the service says of its index. */
final class Health {
    private Health() {}

    static boolean isReady() {
        return given().get("/q/health/ready").statusCode() == 200;
    }

    /** The node's state. */
    static String state() {
        return given().get("/q/health/ready").path("checks.find { it.name == 'index' }.data.state");
    }

    /** A number that it gives with the state. */
    static int number(String name) {
        return given().get("/q/health/ready").path("checks.find { it.name == 'index' }.data." + name);
    }
}
