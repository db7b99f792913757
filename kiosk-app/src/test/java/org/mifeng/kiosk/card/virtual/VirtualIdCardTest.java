package org.mifeng.kiosk.card.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.kiosk.card.CardEvent;
import org.mifeng.kiosk.card.CardHolder;
import org.mifeng.kiosk.card.IdNumber;
import org.mifeng.kiosk.card.IdRecordParser;
import org.mifeng.kiosk.card.SdtCommand;
import org.mifeng.kiosk.card.UnreadableReason;
import org.mifeng.kiosk.card.pcsc.CardReader;

/** The synthetic card, and the production reader over {@code javax.smartcardio} reading it in this process. */
class VirtualIdCardTest {
    private static final IdNumber NUMBER = IdNumber.of("100000199003070018");

    private static SyntheticPerson person(CardKind kind, CardFault fault) {
        return new SyntheticPerson(kind, NUMBER, "测试甲", Optional.empty(), fault);
    }

    @Test
    void theLongAnswerIsThatOfTheProtocolDownToItsLastByte() throws Exception {
        VirtualIdCard card = new VirtualIdCard(SyntheticPerson.resident(NUMBER, "测试甲"));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        byte[] command = HexFormat.of().parseHex("FF5D00000AAAAAAA9669000330013200");
        byte[] part = card.transmit(command);
        int parts = 1;
        while (part[part.length - 2] == 0x61) {
            frame.write(part, 0, part.length - 2);
            part = card.transmit(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 0, part[part.length - 1]});
            parts++;
        }
        frame.write(part, 0, part.length - 2);

        assertThat(frame.size()).isEqualTo(1295);
        assertThat(parts).isEqualTo(6);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(frame.toByteArray())))
                .isEqualTo("2148cf0c2b76b4b10fef88dfe35c761df38e5ede92b3e16f71a142bb0073170a");
    }

    @Test
    void commandsItDoesNotKnowAreRefused() throws Exception {
        VirtualIdCard card = new VirtualIdCard(SyntheticPerson.resident(NUMBER, "测试甲"));
        assertThat(card.transmit(new byte[] {0, (byte) 0xA4, 4, 0, 0})).containsExactly(0x6D, 0);
        assertThat(card.transmit(new byte[] {1})).containsExactly(0x67, 0);
        assertThat(card.transmit(new byte[] {(byte) 0xFF, 0x5D, 0, 0, 10, 1})).containsExactly(0x67, 0);
        assertThat(SdtCommand.FIND.frame()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(CardKind.class)
    void everyLayoutIsReadBack(CardKind kind) {
        LocalDate until = LocalDate.of(2031, 5, 6);
        SyntheticPerson person = new SyntheticPerson(kind, NUMBER, "欧阳示例", Optional.of(until), CardFault.NONE);
        CardHolder holder = ((IdRecordParser.Parsed.Known) IdRecordParser.parse(IdRecordWriter.write(person))).holder();
        assertThat(holder.initial()).isEqualTo("欧");
        assertThat(holder.birthDate()).isEqualTo(LocalDate.of(1990, 3, 7));
        assertThat(holder.validUntil()).contains(until);
        if (holder instanceof CardHolder.Numbered numbered) {
            assertThat(numbered.number()).isEqualTo(NUMBER);
        }
    }

    private static final class Watched implements AutoCloseable {
        private final VirtualSlot slot = new VirtualSlot();
        private final BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();
        private final CardReader reader = CardReader.ofSlot(slot, events::add);

        Watched() throws InterruptedException {
            reader.start();
            next(CardEvent.ReaderBack.class);
        }

        <T extends CardEvent> T next(Class<T> type) throws InterruptedException {
            CardEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).isInstanceOf(type);
            return type.cast(event);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    @Test
    void cardsComeAndGo() throws Exception {
        try (Watched watched = new Watched()) {
            for (int i = 0; i < 20; i++) {
                watched.slot.insert(SyntheticPerson.resident(NUMBER, "测试甲"));
                watched.next(CardEvent.Detected.class);
                assertThat(watched.next(CardEvent.Inserted.class).holder())
                        .isEqualTo(new CardHolder.Resident(NUMBER, "测", LocalDate.of(1990, 3, 7), Optional.empty()));
                watched.slot.remove();
                watched.next(CardEvent.Removed.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIFTED_MID_READ, LIFTED",
        "READ_FAILS, LIFTED",
        "NOT_GENUINE, DAMAGED",
        "WRONG_CARD, WRONG_CARD",
        "MODULE_BROKEN, READER_BROKEN"
    })
    void everyFaultIsToldAtTheLevelOfItsOwner(CardFault fault, UnreadableReason reason) throws Exception {
        try (Watched watched = new Watched()) {
            watched.slot.insert(person(CardKind.RESIDENT, fault));
            watched.next(CardEvent.Detected.class);
            assertThat(watched.next(CardEvent.Unreadable.class).reason()).isEqualTo(reason);
            watched.slot.remove();
            watched.next(CardEvent.Removed.class);
        }
    }

    @Test
    void aWrongChecksumIsAskedForAgainAndTheCardIsRead() throws Exception {
        try (Watched watched = new Watched()) {
            watched.slot.insert(person(CardKind.HMT, CardFault.BAD_CHECKSUM_ONCE));
            watched.next(CardEvent.Detected.class);
            assertThat(watched.next(CardEvent.Inserted.class).holder())
                    .isInstanceOf(CardHolder.HongKongMacaoTaiwan.class);
        }
    }
}
