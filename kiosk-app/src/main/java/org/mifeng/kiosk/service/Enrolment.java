package org.mifeng.kiosk.service;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes the kiosk known to the service. Whenever the data directory holds a code ({@value #CODE_FILE}), the kiosk makes a
 * new key pair, enrols with the code and takes the file away; so a kiosk that lost its standing is enrolled again by
 * putting a new code there. A code that the service refuses is kept beside, renamed, for staff to see.
 */
public final class Enrolment {
    /** Name of the file that holds an enrolment code. */
    public static final String CODE_FILE = "enrolment-code";

    private static final System.Logger LOG = System.getLogger(Enrolment.class.getName());

    private final Path data;
    private final ServiceClient client;
    private final AtomicReference<Optional<KioskIdentity>> identity;
    private String lastTrouble = "";

    /**
     * With the identity kept from an earlier run, if any.
     *
     * @throws IOException if a kept identity cannot be read
     */
    public Enrolment(Path data, ServiceClient client) throws IOException {
        this.data = data;
        this.client = client;
        this.identity = new AtomicReference<>(KioskIdentity.load(data));
    }

    /** Who the kiosk is; empty until it is enrolled. */
    public Optional<KioskIdentity> identity() {
        return identity.get();
    }

    /** Enrols if there is a code; does nothing otherwise. To be called now and then, from one thread. */
    public void attempt() {
        Path file = data.resolve(CODE_FILE);
        try {
            String code = Files.readString(file).strip();
            if (code.isEmpty()) {
                return;
            }
            switch (client.enrol(code, KeyPairGenerator.getInstance("Ed25519").generateKeyPair())) {
                case Answer.Given<KioskIdentity>(KioskIdentity enrolled) -> {
                    enrolled.store(data);
                    identity.set(Optional.of(enrolled));
                    Files.deleteIfExists(file);
                    tell(Level.INFO, "enrolled as kiosk " + enrolled.kioskId());
                }
                case Answer.Unreachable<KioskIdentity>(String what) ->
                    tell(Level.INFO, "enrolment waits for the service: " + what);
                case Answer.Refused<KioskIdentity>(int status, String problem) -> {
                    Files.move(file, data.resolve(CODE_FILE + ".refused"), StandardCopyOption.REPLACE_EXISTING);
                    tell(Level.ERROR, "the service refused the enrolment code: " + status + " " + problem);
                }
            }
        } catch (NoSuchFileException e) {
            if (identity().isEmpty()) {
                tell(Level.INFO, "not enrolled: waiting for a code in " + file);
            }
        } catch (IOException | GeneralSecurityException e) {
            tell(Level.ERROR, "enrolment failed: " + e);
        }
    }

    /** Says a thing once, not every second. */
    private void tell(Level level, String what) {
        if (!what.equals(lastTrouble)) {
            lastTrouble = what;
            LOG.log(level, what);
        }
    }
}
