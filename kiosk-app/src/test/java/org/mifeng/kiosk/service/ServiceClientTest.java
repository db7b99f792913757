package org.mifeng.kiosk.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.kiosk.ContractService;
import org.mifeng.kiosk.card.CardHolder;
import org.mifeng.kiosk.card.IdNumber;

class ServiceClientTest {
    private static final CardHolder.Numbered HOLDER =
            new CardHolder.Resident(IdNumber.of("100000199003070018"), "测", LocalDate.of(1990, 3, 7), Optional.empty());

    @TempDir
    private Path data;

    private ContractService service;

    @BeforeEach
    void start() throws Exception {
        service = new ContractService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private ServiceClient client(InstantSource clock) {
        return new ServiceClient(service.uri(), clock);
    }

    private Enrolment enrolled(ServiceClient client) throws Exception {
        Files.writeString(data.resolve(Enrolment.CODE_FILE), ContractService.CODE + "\n");
        Enrolment enrolment = new Enrolment(data, client);
        enrolment.attempt();
        return enrolment;
    }

    @Test
    void aKioskEnrolsOnceAndKeepsItsKeyToItself() throws Exception {
        try (ServiceClient client = client(InstantSource.system())) {
            assertThat(enrolled(client).identity()).isPresent();
            assertThat(data.resolve(Enrolment.CODE_FILE)).doesNotExist();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("kiosk-identity.json"))))
                    .isEqualTo("rw-------");

            // the next start knows who it is, and signs so that the service believes it
            KioskIdentity kept = new Enrolment(data, client).identity().orElseThrow();
            assertThat(client.startSession(kept, HOLDER)).isInstanceOf(Answer.Given.class);
            assertThat(service.violations()).isEmpty();
        }
    }

    @Test
    void aCodeThatIsRefusedIsPutAsideAndTheOldIdentityStays() throws Exception {
        try (ServiceClient client = client(InstantSource.system())) {
            Enrolment enrolment = enrolled(client);
            Files.writeString(data.resolve(Enrolment.CODE_FILE), ContractService.CODE);
            enrolment.attempt();
            assertThat(data.resolve(Enrolment.CODE_FILE + ".refused")).exists();
            assertThat(enrolment.identity()).isPresent();
        }
    }

    @Test
    void withoutAServiceEnrolmentWaits() throws Exception {
        service.broken(true);
        try (ServiceClient client = client(InstantSource.system())) {
            Enrolment enrolment = enrolled(client);
            assertThat(enrolment.identity()).isEmpty();
            assertThat(data.resolve(Enrolment.CODE_FILE)).exists();
            service.broken(false);
            enrolment.attempt();
            assertThat(enrolment.identity()).isPresent();
        }
    }

    @Test
    void aKioskWhoseClockIsWrongIsNotTrusted() throws Exception {
        try (ServiceClient client = client(InstantSource.system())) {
            KioskIdentity identity = enrolled(client).identity().orElseThrow();
            try (ServiceClient late = client(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(2)))) {
                assertThat(late.startSession(identity, HOLDER))
                        .isEqualTo(new Answer.Refused<>(401, "kiosk-not-trusted"));
            }
        }
    }

    @Test
    void pagesAndJobsAreAskedForByTheContract() throws Exception {
        try (ServiceClient client = client(InstantSource.system())) {
            KioskIdentity identity = enrolled(client).identity().orElseThrow();
            SessionStarted started = ((Answer.Given<SessionStarted>) client.startSession(identity, HOLDER)).value();
            assertThat(started.jobs()).hasSize(20);
            JobPage more = ((Answer.Given<JobPage>)
                            client.moreJobs(identity, started.sessionId(), String.valueOf(started.nextCursor())))
                    .value();
            assertThat(more.jobs()).hasSize(6);
            JobPage near =
                    ((Answer.Given<JobPage>) client.jobsNear(identity, "保洁 清洁", 30_000, Optional.empty())).value();
            assertThat(near.jobs())
                    .extracting(JobCard::title)
                    .containsOnly("保洁员")
                    .hasSize(2);
            assertThat(((Answer.Given<JobDetail>)
                                    client.jobPost(near.jobs().get(0).id()))
                            .value()
                            .phone())
                    .isNotBlank();
            client.endSession(identity, started.sessionId());
            assertThat(service.openSessions()).isEmpty();
            assertThat(service.violations()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnreachableAndNoException() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        try (ServiceClient client =
                new ServiceClient(URI.create("http://127.0.0.1:" + closed), InstantSource.system())) {
            assertThat(client.jobPost("x")).isInstanceOf(Answer.Unreachable.class);
        }
        assertThat(HOLDER.toString()).doesNotContain("100000");
    }
}
