package org.mifeng.indexdata.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.InvalidFieldException;

/**
 * The table of certificates: special operations (特种作业目录), special equipment (特种设备作业人员资格认定), driving classes
 * (机动车驾驶证申领和使用规定), transport licences and the vocational ones that odd jobs ask for. A set of them is a
 * {@code long}.
 */
public final class Certificates {
    private static final List<Certificate> ALL = new ReferenceTable("certificates.csv")
            .rows(row -> new Certificate(
                    new CertificateCode(row.integer("bit")),
                    row.text("key"),
                    row.text("name"),
                    row.list("aliases"),
                    row.list("implies")));
    private static final Map<String, Certificate> BY_KEY = new HashMap<>();

    static {
        for (Certificate certificate : ALL) {
            BY_KEY.put(certificate.key(), certificate);
        }
    }

    private Certificates() {}

    /** All, in the order of their bits. */
    public static List<Certificate> all() {
        return ALL;
    }

    /** The certificate with this key. */
    public static Optional<Certificate> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The members of a set, in the order of their bits. Bits that no certificate has are left out. */
    public static List<Certificate> in(long bits) {
        if (bits == 0) {
            return List.of();
        }
        List<Certificate> members = new ArrayList<>();
        for (Certificate certificate : ALL) {
            if ((bits & certificate.bit()) != 0) {
                members.add(certificate);
            }
        }
        return members;
    }

    /** The keys of a set, in the order of their bits. */
    public static List<String> keys(long bits) {
        return in(bits).stream().map(Certificate::key).toList();
    }

    /**
     * The set of these keys.
     *
     * @throws InvalidFieldException if a key is unknown
     */
    public static long bits(List<String> keys) {
        long bits = 0;
        for (String key : keys) {
            bits |= find(key)
                    .orElseThrow(() -> new InvalidFieldException("certificates", "must be known keys"))
                    .bit();
        }
        return bits;
    }

    /** What a person holds who was given these: with all that they imply, such as C1 for who drives B2. */
    public static long withImplied(long bits) {
        long known = 0;
        long grown = bits;
        while (known != grown) {
            known = grown;
            for (Certificate certificate : in(known)) {
                grown |= bits(certificate.implies());
            }
        }
        return grown;
    }
}
