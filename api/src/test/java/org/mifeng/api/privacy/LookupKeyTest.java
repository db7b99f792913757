package org.mifeng.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LookupKeyTest {
    private static final byte[] SECRET = new byte[LookupKey.BYTES];

    static {
        Arrays.fill(SECRET, (byte) 0x0b);
    }

    private final LookupKey key = new LookupKey(SECRET);

    /** Computed once with Python's hmac over {@code ID_NUMBER}, NUL, the value: what is stored must never change. */
    @Test
    void theHashIsHmacSha256OverPurposeAndValue() {
        assertThat(HexFormat.of().formatHex(key.of(LookupPurpose.ID_NUMBER, "100000196203070018")))
                .isEqualTo("837b09b1a0083c70e2eefdbe0b6280afe1905129a3a3d3d4a57e245d9e32193d");
    }

    @Test
    void equalValuesUnderDifferentPurposesAreUnrelated() {
        assertThat(Arrays.stream(LookupPurpose.values())
                        .map(purpose -> HexFormat.of().formatHex(key.of(purpose, "same")))
                        .distinct())
                .hasSize(LookupPurpose.values().length);
    }

    @Test
    void anotherSecretGivesAnotherHash() {
        byte[] other = SECRET.clone();
        other[31] ^= 1;
        assertThat(new LookupKey(other).of(LookupPurpose.ID_NUMBER, "x"))
                .isNotEqualTo(key.of(LookupPurpose.ID_NUMBER, "x"));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new LookupKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
