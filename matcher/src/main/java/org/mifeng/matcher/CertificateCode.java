package org.mifeng.matcher;

/**
 * A certificate a post may demand and a seeker may hold (rule P24), by its place in the reference table of
 * certificates.
 *
 * @param bit 0 to 63: the table has at most 64 rows, so that a set of them is one {@code long}
 */
public record CertificateCode(int bit) implements Comparable<CertificateCode> {
    /** @throws InvalidFieldException if the bit is out of range */
    public CertificateCode {
        InvalidFieldException.check(bit >= 0 && bit < 64, "certificate", "must be a known certificate");
    }

    @Override
    public int compareTo(CertificateCode other) {
        return Integer.compare(bit, other.bit);
    }
}
