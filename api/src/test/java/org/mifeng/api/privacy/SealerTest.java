package org.mifeng.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final SealedPlace PLACE = SealedPlace.ofSeekerPerson(7);

    private final Sealer sealer = new Sealer(Map.of(1, key(1)), new SecureRandom());

    private static byte[] key(int seed) {
        byte[] key = new byte[Sealer.KEY_BYTES];
        new Random(seed).nextBytes(key);
        return key;
    }

    @Test
    void everyTextComesBackAsItWas() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(random.nextBoolean() ? 0x4E00 + random.nextInt(0x5000) : random.nextInt(0xD800));
            }
            byte[] sealed = sealer.seal(PLACE, text.toString());
            assertThat(sealer.open(PLACE, sealed)).isEqualTo(text.toString());
            assertThat(sealed).hasSize(text.toString().getBytes(StandardCharsets.UTF_8).length + Sealer.OVERHEAD_BYTES);
        }
    }

    @Test
    void anyChangedBitIsRefused() {
        byte[] sealed = sealer.seal(PLACE, "张三\0" + "13800001234");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> sealer.open(PLACE, changed)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void anyShortenedValueIsRefused() {
        byte[] sealed = sealer.seal(PLACE, "13800001234");
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> sealer.open(PLACE, cut)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aValueMovedToAnotherRowColumnOrTableIsRefused() {
        byte[] sealed = sealer.seal(PLACE, "13800001234");
        for (SealedPlace other : Set.of(
                SealedPlace.ofSeekerPerson(8),
                SealedPlace.ofJobPostPhone(7),
                SealedPlace.ofEmployerContact(7),
                new SealedPlace("seeker", "person", 7),
                new SealedPlace("seeker_person", "sealed", 7))) {
            assertThatThrownBy(() -> sealer.open(other, sealed)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void theSameTextIsNeverSealedToTheSameBytes() {
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 1_000; round++) {
            assertThat(seen.add(new String(sealer.seal(PLACE, "same"), StandardCharsets.ISO_8859_1)))
                    .isTrue();
        }
    }

    @Test
    void theNewestKeySealsAndAllKeysOpen() {
        Sealer rotated = new Sealer(Map.of(1, key(1), 2, key(2)), new SecureRandom());
        byte[] old = sealer.seal(PLACE, "old");
        byte[] fresh = rotated.seal(PLACE, "fresh");
        assertThat(rotated.open(PLACE, old)).isEqualTo("old");
        assertThat(fresh[1]).isEqualTo((byte) 2);
        assertThatThrownBy(() -> sealer.open(PLACE, fresh))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("key is not here");
    }

    @Test
    void aRefusalNamesThePlaceAndNotTheContent() {
        byte[] sealed = sealer.seal(PLACE, "13800001234");
        sealed[20] ^= 1;
        assertThatThrownBy(() -> sealer.open(PLACE, sealed))
                .hasMessageContaining("seeker/person_sealed/7")
                .hasMessageNotContaining("1380");
    }

    @Test
    void keysOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> new Sealer(Map.of(1, new byte[16]), new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sealer(Map.of(), new SecureRandom())).isInstanceOf(IllegalArgumentException.class);
    }
}
