package org.mifeng.kiosk.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SdtCodecTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Test
    void requestsAreThoseOfTheProtocol() {
        assertThat(HEX.formatHex(SdtCommand.STATUS.frame())).isEqualTo("AAAAAA9669000311FFED");
        assertThat(HEX.formatHex(SdtCommand.FIND.frame())).isEqualTo("AAAAAA96690003200122");
        assertThat(HEX.formatHex(SdtCommand.SELECT.frame())).isEqualTo("AAAAAA96690003200221");
        assertThat(HEX.formatHex(SdtCommand.READ.frame())).isEqualTo("AAAAAA96690003300132");
    }

    @Test
    void answersAreThoseOfTheProtocol() {
        assertThat(HEX.formatHex(SdtCodec.answer(SdtStatus.CARD_FOUND, new byte[4])))
                .isEqualTo("AAAAAA9669000800009F0000000097");
        assertThat(HEX.formatHex(SdtCodec.answer(SdtStatus.SUCCESS, new byte[8])))
                .isEqualTo("AAAAAA9669000C00009000000000000000009C");
        assertThat(HEX.formatHex(SdtCodec.answer(SdtStatus.NO_CARD, new byte[0])))
                .isEqualTo("AAAAAA9669000400008084");
    }

    @Test
    void anAnswerIsReadBack() {
        assertThat(SdtCodec.parse(SdtCodec.answer(SdtStatus.CARD_FOUND, new byte[] {1, 2})))
                .isInstanceOfSatisfying(SdtCodec.Answer.Sound.class, sound -> {
                    assertThat(sound.status()).isEqualTo(SdtStatus.CARD_FOUND);
                    assertThat(sound.data()).containsExactly(1, 2);
                });
    }

    @Test
    void everyFlippedBitAndEveryLostByteIsDetected() {
        byte[] frame = SdtCodec.answer(SdtStatus.SUCCESS, new byte[] {1, 2, 3, (byte) 0xAA, 0x69});
        for (int bit = 0; bit < frame.length * 8; bit++) {
            byte[] damaged = frame.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(SdtCodec.parse(damaged)).isInstanceOf(SdtCodec.Answer.Damaged.class);
        }
        for (int length = 0; length < frame.length; length++) {
            assertThat(SdtCodec.parse(java.util.Arrays.copyOf(frame, length)))
                    .isInstanceOf(SdtCodec.Answer.Damaged.class);
        }
    }

    @Test
    void whateverBytesComeTheyAreAnswered() {
        Random random = new Random(7);
        int sound = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (random.nextBoolean() && bytes.length >= 7) {
                System.arraycopy(SdtCommand.FIND.frame(), 0, bytes, 0, 7);
                bytes[6] = (byte) (bytes.length - 7);
            }
            sound += SdtCodec.parse(bytes) instanceof SdtCodec.Answer.Sound ? 1 : 0;
        }
        // some random frames pass the check by chance: it has eight bits
        assertThat(sound).isBetween(1, 400);
    }
}
