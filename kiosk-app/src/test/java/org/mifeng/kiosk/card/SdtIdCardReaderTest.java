package org.mifeng.kiosk.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.card.SdtIdCardReader.Outcome;

class SdtIdCardReaderTest {
    private static final byte[] FOUND = SdtCodec.answer(SdtStatus.CARD_FOUND, new byte[4]);
    private static final byte[] SELECTED = SdtCodec.answer(SdtStatus.SUCCESS, new byte[8]);

    /** Plays these answers in turn; an empty one is a broken line. */
    private static Outcome read(Deque<byte[]> answers) {
        return new SdtIdCardReader(_ -> {
                    byte[] answer = answers.pop();
                    if (answer.length == 0) {
                        throw new IOException("line broken");
                    }
                    return answer.clone();
                })
                .read();
    }

    private static Deque<byte[]> answers(byte[]... answers) {
        return new ArrayDeque<>(List.of(answers));
    }

    private static byte[] status(SdtStatus status) {
        return SdtCodec.answer(status, new byte[0]);
    }

    private static void assertFails(Outcome outcome, UnreadableReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Test
    void whatMayPassIsTriedThreeTimes() {
        Deque<byte[]> answers = answers(
                FOUND,
                SELECTED,
                status(SdtStatus.READ_FAILED),
                FOUND,
                status(SdtStatus.SELECT_FAILED),
                new byte[0],
                FOUND);
        assertFails(read(answers), UnreadableReason.LIFTED);
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatCannotPassIsTriedOnce() {
        Deque<byte[]> notGenuine = answers(FOUND, status(SdtStatus.CARD_NOT_GENUINE), FOUND);
        assertFails(read(notGenuine), UnreadableReason.DAMAGED);
        assertThat(notGenuine).hasSize(1);

        Deque<byte[]> wrong = answers(status(SdtStatus.WRONG_CARD), FOUND);
        assertFails(read(wrong), UnreadableReason.WRONG_CARD);
        assertThat(wrong).hasSize(1);

        assertFails(read(answers(status(SdtStatus.MODULE_NOT_AUTHORISED))), UnreadableReason.READER_BROKEN);
    }

    @Test
    void aDamagedFrameIsAskedForAgain() {
        byte[] damaged = SELECTED.clone();
        damaged[12] ^= 4;
        Deque<byte[]> answers = answers(FOUND, damaged, FOUND, SELECTED, status(SdtStatus.CARD_NOT_GENUINE));
        assertFails(read(answers), UnreadableReason.DAMAGED);
        assertThat(answers).isEmpty();
    }

    @Test
    void aModuleThatDoesNotFindAKnownCardAgainIsNotBelieved() {
        Deque<byte[]> answers = answers(status(SdtStatus.NO_CARD), SELECTED, status(SdtStatus.CONTENT_CHECK_FAILED));
        assertFails(read(answers), UnreadableReason.DAMAGED);
        assertThat(answers).isEmpty();
    }

    @Test
    void aReadWithoutAWholeTextIsNoCard() {
        for (int length : new int[] {0, 3, 4, 200}) {
            byte[] data = new byte[length];
            if (length >= 2) {
                data[0] = 1;
            }
            byte[] read = SdtCodec.answer(SdtStatus.SUCCESS, data);
            assertFails(
                    read(answers(FOUND, SELECTED, read, FOUND, SELECTED, read, FOUND, SELECTED, read)),
                    UnreadableReason.LIFTED);
        }
    }
}
