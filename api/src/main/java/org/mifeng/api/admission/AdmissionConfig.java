package org.mifeng.api.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is let in at once. What finds no room in its queue, or waits too long in it, is asked to come back. */
@ConfigMapping(prefix = "mifeng.admission")
public interface AdmissionConfig {
    /** Kiosks: people stand in front of them. */
    Kiosk kiosk();

    /** Lists by search or profile: memory and processor only, so more at once than processors brings nothing. */
    Lists lists();

    /** One post with its text and all pages: one look into the database. */
    Single single();

    /** Posting and closing. */
    Writes writes();

    /** Requests of one address, a second in the long run; 0: no limit. A market and its kiosks may share one address. */
    @WithDefault("50")
    int perAddressRate();

    /** How many of them at once after a pause. */
    @WithDefault("500")
    int perAddressBurst();

    /** A bounded queue before a bounded number of runners. */
    interface Room {
        /** How many run at once, 1 or more. */
        int running();

        /** How many wait at most. */
        int waiting();

        /** How long one waits at most. */
        Duration longestWait();
    }

    /** {@link #kiosk}. */
    interface Kiosk extends Room {
        @Override
        @WithDefault("64")
        int running();

        @Override
        @WithDefault("512")
        int waiting();

        @Override
        @WithDefault("PT0.9S")
        Duration longestWait();
    }

    /** {@link #lists}. */
    interface Lists extends Room {
        @Override
        @WithDefault("16")
        int running();

        @Override
        @WithDefault("128")
        int waiting();

        @Override
        @WithDefault("PT0.25S")
        Duration longestWait();
    }

    /** {@link #single}. */
    interface Single extends Room {
        @Override
        @WithDefault("12")
        int running();

        @Override
        @WithDefault("64")
        int waiting();

        @Override
        @WithDefault("PT0.25S")
        Duration longestWait();
    }

    /** {@link #writes}. */
    interface Writes extends Room {
        @Override
        @WithDefault("8")
        int running();

        @Override
        @WithDefault("64")
        int waiting();

        @Override
        @WithDefault("PT1S")
        Duration longestWait();
    }
}
