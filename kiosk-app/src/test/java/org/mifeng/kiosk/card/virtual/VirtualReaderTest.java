package org.mifeng.kiosk.card.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path data;

    private String tell(String secret, String command) throws Exception {
        String port = Files.readString(data.resolve(VirtualReader.CONTROL_FILE))
                .strip()
                .split(" ", 2)[0];
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port))) {
            socket.getOutputStream().write((secret + "\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
        }
    }

    @Test
    void onlyWhoKnowsTheSecretPutsCardsIn() throws Exception {
        try (VirtualReader reader = VirtualReader.open(data)) {
            Path file = data.resolve(VirtualReader.CONTROL_FILE);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String secret = Files.readString(file).strip().split(" ", 2)[1];
            String card = PlayedCard.of(
                            CardOptions.parse(new String[] {"insert"}, TODAY).person())
                    .write();

            assertThat(tell("guessed", card)).isEqualTo("refused");
            assertThat(reader.slot().isPresent()).isFalse();
            assertThat(tell(secret, "{\"kind\":\"RESIDENT\"}")).isEqualTo("invalid");
            assertThat(tell(secret, "status")).isEqualTo("empty");
            assertThat(tell(secret, card)).isEqualTo("ok");
            assertThat(tell(secret, "status")).isEqualTo("inserted");
            assertThat(tell(secret, "remove")).isEqualTo("ok");
            assertThat(reader.slot().isPresent()).isFalse();
        }
        assertThat(data.resolve(VirtualReader.CONTROL_FILE)).doesNotExist();
    }

    @Test
    void theCommandMakesThePersonItWasAskedFor() throws Exception {
        SyntheticPerson person = CardOptions.parse(
                        new String[] {"insert", "--age", "16", "--kind", "hmt", "--expired", "--fault", "read-fails"},
                        TODAY)
                .person();
        assertThat(person.number().birthDate()).isEqualTo(LocalDate.of(2010, 11, 20));
        assertThat(person.number().digits()).startsWith("100000");
        assertThat(person.kind()).isEqualTo(CardKind.HMT);
        assertThat(person.validUntil()).contains(LocalDate.of(2026, 11, 20));
        assertThat(person.fault()).isEqualTo(CardFault.READ_FAILS);
        assertThat(PlayedCard.read(PlayedCard.of(person).write()).person()).isEqualTo(person);
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        for (String[] wrong : new String[][] {
            {"swallow"},
            {"insert", "--age"},
            {"insert", "--age", "200"},
            {"insert", "--number", "11010519491231002X"},
            {"insert", "--number", "123"},
            {"insert", "--kind", "alien"},
            {"insert", "--valid-until", "tomorrow"},
            {"insert", "--name", "一二三四五六七八九十一二三四五六"},
            {"insert", "--fault", "shy"},
            {"insert", "--colour", "red"}
        }) {
            assertThatThrownBy(() -> CardOptions.parse(wrong, TODAY))
                    .isInstanceOf(CardOptions.UsageException.class)
                    .hasMessageMatching("(unknown command|unknown option|--[a-z-]+).*");
        }
    }
}
