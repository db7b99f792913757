package org.mifeng.kiosk.card.virtual;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mifeng.kiosk.card.IdRecordParser;

/** Writes the 256-byte text record of a made-up person, in the layouts that {@link IdRecordParser} reads. */
final class IdRecordWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final byte[] record = new byte[IdRecordParser.RECORD_BYTES];

    private IdRecordWriter() {
        put(0, 256, "");
    }

    static byte[] write(SyntheticPerson person) {
        IdRecordWriter writer = new IdRecordWriter();
        LocalDate birth = person.number().birthDate();
        String until = person.validUntil().map(DATE::format).orElse("长期");
        String from = DATE.format(LocalDate.of(2020, 1, 1));
        String sex = (person.number().digits().charAt(16) - '0') % 2 == 1 ? "1" : "2";
        switch (person.kind()) {
            case RESIDENT, HMT -> {
                writer.put(0, 30, person.name());
                writer.put(30, 2, sex);
                writer.put(32, 4, person.kind() == CardKind.RESIDENT ? "01" : "");
                writer.put(36, 16, DATE.format(birth));
                writer.put(52, 70, "北京市示例区演示路１号");
                writer.put(122, 36, person.number().digits());
                writer.put(158, 30, "示例市公安局");
                writer.put(188, 16, from);
                writer.put(204, 16, until);
                writer.put(248, 2, person.kind() == CardKind.RESIDENT ? "" : "J");
            }
            case FOREIGNER_2017 -> {
                writer.put(0, 120, "DEMO PERSON");
                writer.put(120, 2, sex);
                writer.put(122, 30, "XXX100000000001");
                writer.put(152, 6, "XXX");
                writer.put(158, 30, person.name());
                writer.put(188, 16, from);
                writer.put(204, 16, until);
                writer.put(220, 16, DATE.format(birth));
                writer.put(248, 2, "I");
            }
            case FOREIGNER_2023 -> {
                writer.put(0, 30, person.name());
                writer.put(30, 2, sex);
                writer.put(36, 16, DATE.format(birth));
                writer.put(52, 70, "DEMO PERSON");
                writer.put(122, 36, "900000000000000000");
                writer.put(188, 16, from);
                writer.put(204, 16, until);
                writer.put(242, 6, "XXX");
                writer.put(248, 2, "Y");
            }
        }
        return writer.record;
    }

    private void put(int offset, int length, String text) {
        String padded = text + " ".repeat(length / 2 - text.length());
        System.arraycopy(padded.getBytes(StandardCharsets.UTF_16LE), 0, record, offset, length);
    }
}
