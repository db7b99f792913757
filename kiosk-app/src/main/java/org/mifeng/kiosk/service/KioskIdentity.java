package org.mifeng.kiosk.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Who this kiosk is to the service: given once, at enrolment, and kept in the data directory, readable by the agent's
 * user alone.
 *
 * @param kioskId opaque, 22 characters
 * @param name of the kiosk, for its screen
 * @param latitude of the kiosk, degrees
 * @param longitude of the kiosk, degrees
 * @param key the private half of the pair, which never leaves this machine
 */
public record KioskIdentity(String kioskId, String name, double latitude, double longitude, PrivateKey key) {
    private static final String FILE = "kiosk-identity.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Stored(String kioskId, String name, double latitude, double longitude, String key) {}

    /**
     * The identity kept in a directory; empty if there is none yet.
     *
     * @throws IOException if the file is there but cannot be read or understood
     */
    public static Optional<KioskIdentity> load(Path data) throws IOException {
        Stored stored;
        try {
            stored = JSON.readValue(Files.readAllBytes(data.resolve(FILE)), Stored.class);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(stored.key())));
            return Optional.of(
                    new KioskIdentity(stored.kioskId(), stored.name(), stored.latitude(), stored.longitude(), key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the kiosk's key in " + data.resolve(FILE) + " cannot be read", e);
        }
    }

    /** Keeps the identity in a directory, whole or not at all. */
    void store(Path data) throws IOException {
        Path fresh = Files.createTempFile(
                data, FILE, ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                fresh,
                JSON.writeValueAsBytes(new Stored(
                        kioskId, name, latitude, longitude, Base64.getEncoder().encodeToString(key.getEncoded()))));
        Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Says which kiosk, never its key. */
    @Override
    public String toString() {
        return "KioskIdentity[" + kioskId + "]";
    }
}
