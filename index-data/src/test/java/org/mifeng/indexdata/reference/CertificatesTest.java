package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.InvalidFieldException;

final class CertificatesTest {
    @Test
    void everyBitKeyAndNameStandsOnce() {
        assertThat(Certificates.all()).hasSizeLessThanOrEqualTo(64);
        assertThat(Certificates.all()).extracting(Certificate::bit).doesNotHaveDuplicates();
        assertThat(Certificates.all()).extracting(Certificate::key).doesNotHaveDuplicates();
        assertThat(Certificates.all().stream()
                        .flatMap(certificate ->
                                Stream.concat(Stream.of(certificate.name()), certificate.aliases().stream())))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatACertificateImpliesIsKnown() {
        assertThat(Certificates.all())
                .flatExtracting(Certificate::implies)
                .allMatch(key -> Certificates.find(key).isPresent());
    }

    @Test
    void aSetTurnsToKeysAndBack() {
        List<String> keys = List.of("health", "forklift", "drone");
        assertThat(Certificates.keys(Certificates.bits(keys))).isEqualTo(keys);
        assertThat(Certificates.keys(0)).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> Certificates.bits(List.of("health", "机密")))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("certificates must be known keys");
    }

    @Test
    void higherDrivingClassesIncludeTheLowerOnes() {
        assertThat(Certificates.keys(Certificates.withImplied(Certificates.bits(List.of("driving-a2")))))
                .contains("driving-a2", "driving-b2", "driving-c1", "driving-c2", "driving-c4")
                .doesNotContain("driving-a1", "driving-d", "forklift");
    }
}
