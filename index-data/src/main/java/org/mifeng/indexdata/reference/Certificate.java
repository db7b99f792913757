package org.mifeng.indexdata.reference;

import java.util.List;
import org.mifeng.matcher.CertificateCode;

/**
 * A certificate that a post may demand (P24).
 *
 * @param code its place among the 64; never given to another certificate
 * @param key its name in files, such as {@code forklift}
 * @param name its Chinese name
 * @param aliases what people call it, such as 叉车证
 * @param implies keys of the certificates that who holds this holds too, such as the lower driving classes
 */
public record Certificate(CertificateCode code, String key, String name, List<String> aliases, List<String> implies) {
    /** Copies the lists. */
    public Certificate {
        aliases = List.copyOf(aliases);
        implies = List.copyOf(implies);
    }

    /** The set of this one alone. */
    public long bit() {
        return 1L << code.bit();
    }

    /** The shortest thing people say. */
    public String everydayName() {
        return aliases.isEmpty() ? name : aliases.getFirst();
    }
}
