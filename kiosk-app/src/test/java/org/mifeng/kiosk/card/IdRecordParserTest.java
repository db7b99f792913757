package org.mifeng.kiosk.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.card.IdRecordParser.Parsed;

class IdRecordParserTest {
    private static final byte[] RESIDENT = HexFormat.of()
            .parseHex("4B6DD58B32752000200020002000200020002000200020002000200020003100"
                    + "30003100310039003900300030003300300037001753AC4E025E3A798B4F3A53"
                    + "146F3A79EF8D11FFF75320002000200020002000200020002000200020002000"
                    + "2000200020002000200020002000200020002000200020002000310030003000"
                    + "3000300030003100390039003000300033003000370030003000310038003A79"
                    + "8B4F025E6C51895B405C20002000200020002000200020002000200032003000"
                    + "3200300030003100300031007F951F6720002000200020002000200020002000"
                    + "2000200020002000200020002000200020002000200020002000200020002000");

    private static byte[] with(int offset, String text) {
        byte[] record = RESIDENT.clone();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(bytes, 0, record, offset, bytes.length);
        return record;
    }

    private static CardHolder known(byte[] record) {
        return ((Parsed.Known) IdRecordParser.parse(record)).holder();
    }

    @Test
    void aResidentIsReadWithNoMoreThanIsNeeded() {
        assertThat(known(RESIDENT))
                .isEqualTo(new CardHolder.Resident(
                        IdNumber.of("100000199003070018"), "测", LocalDate.of(1990, 3, 7), Optional.empty()));
        assertThat(known(RESIDENT).toString())
                .doesNotContain("100000", "试", "示例")
                .contains("hidden");
        assertThat(known(RESIDENT).maskedName()).isEqualTo("测*");
    }

    @Test
    void theFlagDecidesTheLayout() {
        assertThat(known(with(248, "J"))).isInstanceOf(CardHolder.HongKongMacaoTaiwan.class);
        assertThat(known(with(248, "Y"))).isInstanceOf(CardHolder.Foreigner2023.class);
        byte[] foreigner = with(248, "I");
        System.arraycopy("20300101".getBytes(StandardCharsets.UTF_16LE), 0, foreigner, 204, 16);
        System.arraycopy("19810803".getBytes(StandardCharsets.UTF_16LE), 0, foreigner, 220, 16);
        assertThat(known(foreigner))
                .isEqualTo(new CardHolder.Foreigner2017(
                        "示", LocalDate.of(1981, 8, 3), Optional.of(LocalDate.of(2030, 1, 1))));
        assertThat(IdRecordParser.parse(with(248, "Q"))).isEqualTo(new Parsed.Malformed("type flag"));
    }

    @Test
    void faultsAreNamedByFieldAndNeverByContent() {
        assertThat(IdRecordParser.parse(with(36, "19900231"))).isEqualTo(new Parsed.Malformed("birth date"));
        assertThat(IdRecordParser.parse(with(122, "100000199003070017"))).isEqualTo(new Parsed.Malformed("number"));
        assertThat(IdRecordParser.parse(with(204, "永远"))).isEqualTo(new Parsed.Malformed("valid until"));
        assertThat(IdRecordParser.parse(new byte[255])).isEqualTo(new Parsed.Malformed("length"));
    }

    @Test
    void aCardIsExpiredFromTheDayAfterItsLast() {
        CardHolder holder = known(with(204, "20261120"));
        assertThat(holder.isExpiredOn(LocalDate.of(2026, 11, 20))).isFalse();
        assertThat(holder.isExpiredOn(LocalDate.of(2026, 11, 21))).isTrue();
        assertThat(known(RESIDENT).isExpiredOn(LocalDate.of(9999, 1, 1))).isFalse();
    }

    @Test
    void aRareFirstCharacterOutsideTheBasicPlaneIsKeptWhole() {
        assertThat(known(with(0, "𠮷田甲")).initial()).isEqualTo("𠮷");
    }

    @Test
    void whateverBytesComeTheyAreAnswered() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] record = i % 2 == 0 ? new byte[256] : RESIDENT.clone();
            if (i % 2 == 0) {
                random.nextBytes(record);
                record[248] = (byte) " JIY".charAt(random.nextInt(4));
                record[249] = 0;
            } else {
                for (int flips = 0; flips < 3; flips++) {
                    record[random.nextInt(256)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            assertThat(IdRecordParser.parse(record)).isNotNull();
        }
    }

    @Test
    void noFlippedBitTurnsTheNumberIntoAnother() {
        IdNumber number = IdNumber.of("100000199003070018");
        for (int bit = 0; bit < 256 * 8; bit++) {
            byte[] record = RESIDENT.clone();
            record[bit / 8] ^= (byte) (1 << (bit % 8));
            if (IdRecordParser.parse(record) instanceof Parsed.Known(CardHolder.Numbered holder)) {
                assertThat(holder.number()).isEqualTo(number);
            }
        }
    }
}
