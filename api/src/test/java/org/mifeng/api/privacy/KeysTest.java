package org.mifeng.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SealedPlace PLACE = SealedPlace.ofEmployerContact(1);

    @TempDir
    Path directory;

    @Test
    void newKeysAreReadableByTheirOwnerAlone() throws IOException {
        Path keys = directory.resolve("keys");
        Keys.create(keys, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void keysReadAgainOpenWhatTheySealed() throws IOException {
        byte[] sealed = Keys.create(directory.resolve("keys"), RANDOM).sealer().seal(PLACE, "text");
        assertThat(Keys.read(directory.resolve("keys"), RANDOM).sealer().open(PLACE, sealed))
                .isEqualTo("text");
    }

    @Test
    void twoInstallationsHaveDifferentKeys() throws IOException {
        byte[] one = Keys.create(directory.resolve("a"), RANDOM).lookup().of(LookupPurpose.KEY_CHECK, "x");
        byte[] other = Keys.create(directory.resolve("b"), RANDOM).lookup().of(LookupPurpose.KEY_CHECK, "x");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void aMissingLookupKeyIsNotReplaced() throws IOException {
        Path keys = directory.resolve("keys");
        Keys.create(keys, RANDOM);
        Files.delete(keys.resolve("lookup.key"));
        assertThat(Keys.exist(keys)).isFalse();
        assertThatThrownBy(() -> Keys.read(keys, RANDOM)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theEnvironmentMayHoldTheKeys() {
        String one = Base64.getEncoder().encodeToString(new byte[32]);
        byte[] second = new byte[32];
        second[0] = 1;
        Map<String, String> environment = Map.of(
                Keys.LOOKUP_VARIABLE,
                one,
                Keys.SEALING_VARIABLE,
                "1:" + one + ",2:" + Base64.getEncoder().encodeToString(second));
        byte[] sealed =
                Keys.fromEnvironment(environment, RANDOM).orElseThrow().sealer().seal(PLACE, "text");
        assertThat(sealed[1]).isEqualTo((byte) 2);
        assertThat(Keys.fromEnvironment(Map.of(), RANDOM)).isEmpty();
    }

    @Test
    void aFaultyKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Keys.fromEnvironment(
                        Map.of(Keys.LOOKUP_VARIABLE, "c2VjcmV0", Keys.SEALING_VARIABLE, "1:c2VjcmV0"), RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> Keys.fromEnvironment(Map.of(Keys.LOOKUP_VARIABLE, "x"), RANDOM))
                .hasMessageContaining("together");
    }
}
