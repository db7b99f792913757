package org.mifeng.kiosk.card.virtual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/** The command {@code ./card}: see {@link CardOptions#HELP}. */
public final class CardCommand {
    private static final int DONE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int NO_READER = 3;
    private static final int REFUSED = 4;
    private static final String HOLDER_FILE = "card-holder.pid";
    private static final int ANSWER_MILLIS = 3_000;

    private final CardOptions options;
    private final PrintStream out;

    private CardCommand(CardOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(args));
    }

    /** Runs the command. */
    public static int run(String... args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            CardOptions options = CardOptions.parse(args, LocalDate.now(ZoneId.of("Asia/Shanghai")));
            return new CardCommand(options, out).run();
        } catch (CardOptions.UsageException e) {
            System.err.println("card: " + e.getMessage() + " (see ./card --help)");
            return WRONG_USAGE;
        }
    }

    private int run() throws IOException, InterruptedException {
        return switch (options.action()) {
            case HELP -> {
                out.print(CardOptions.HELP);
                yield DONE;
            }
            case INSERT -> insert();
            case REMOVE -> remove();
            case STATUS -> status();
            case HOLD -> hold();
        };
    }

    private int insert() throws IOException, InterruptedException {
        Optional<String> answer = tellAgent(PlayedCard.of(options.person()).write());
        if (answer.isPresent()) {
            return report(answer.get(), "card inserted (the agent's virtual reader)");
        }
        endHolder();
        Files.createDirectories(options.data());
        String java = ProcessHandle.current().info().command().orElse("java");
        // the card goes over standard input: arguments can be read by everyone on the machine
        Process holder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CardCommand.class.getName(),
                        "hold",
                        "--vpcd-port",
                        String.valueOf(options.vpcdPort()))
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = holder.outputWriter(StandardCharsets.UTF_8)) {
            in.write(PlayedCard.of(options.person()).write() + "\n");
        }
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            if (!"ready".equals(said.readLine())) {
                return noReader();
            }
        }
        Files.writeString(options.data().resolve(HOLDER_FILE), holder.pid() + "\n");
        out.println("card inserted (vpcd, port " + options.vpcdPort() + ")");
        return DONE;
    }

    private int remove() throws IOException, InterruptedException {
        Optional<String> answer = tellAgent("remove");
        boolean held = endHolder();
        if (answer.isPresent()) {
            return report(answer.get(), "card removed (the agent's virtual reader)");
        }
        if (held) {
            out.println("card removed (vpcd)");
            return DONE;
        }
        if (!VpcdCard.isListening(options.vpcdPort())) {
            return noReader();
        }
        out.println("no card was on the reader");
        return DONE;
    }

    private int status() throws IOException {
        Optional<String> answer = tellAgent("status");
        if (answer.isPresent()) {
            return report(answer.get(), "reader: the agent's virtual reader, " + answer.get());
        }
        boolean held = holder().isPresent();
        if (held || VpcdCard.isListening(options.vpcdPort())) {
            out.println("reader: vpcd, " + (held ? "inserted" : "empty"));
            return DONE;
        }
        return noReader();
    }

    private int report(String answer, String success) {
        return switch (answer) {
            case "ok", "inserted", "empty" -> {
                out.println(success);
                yield DONE;
            }
            default -> {
                System.err.println("card: the reader says: " + answer);
                yield REFUSED;
            }
        };
    }

    private int noReader() {
        System.err.println("card: no reader: no agent with a virtual reader uses " + options.data()
                + ", and no vpcd listens on port " + options.vpcdPort() + ". Start ./run first.");
        return NO_READER;
    }

    /** Empty if no agent with a virtual reader uses the data directory. */
    private Optional<String> tellAgent(String command) throws IOException {
        String[] portAndSecret;
        try {
            portAndSecret = Files.readString(options.data().resolve(VirtualReader.CONTROL_FILE))
                    .strip()
                    .split(" ", 2);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (portAndSecret.length != 2) {
            return Optional.empty();
        }
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(portAndSecret[0]);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write((portAndSecret[1] + "\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return Optional.ofNullable(line);
        } catch (IOException | NumberFormatException e) {
            // the file of an agent that was killed: nobody listens there any more
            return Optional.empty();
        }
    }

    private boolean endHolder() throws IOException, InterruptedException {
        Path file = options.data().resolve(HOLDER_FILE);
        Optional<ProcessHandle> holder = holder();
        Files.deleteIfExists(file);
        if (holder.isEmpty()) {
            return false;
        }
        holder.get().destroy();
        try {
            holder.get().onExit().get(2, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            holder.get().destroyForcibly();
        }
        return true;
    }

    /** The process that is the card, if it lives and is truly ours: a process number may have been given to another. */
    private Optional<ProcessHandle> holder() throws IOException {
        try {
            long pid = Long.parseLong(
                    Files.readString(options.data().resolve(HOLDER_FILE)).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .arguments()
                            .map(java.util.Arrays::asList)
                            .filter(arguments -> arguments.contains(CardCommand.class.getName()))
                            .isPresent());
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Is the card: comes back after a restart of pcscd, until killed, lifted by its script, or a day has passed. */
    private int hold() throws IOException, InterruptedException {
        String line;
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            line = in.nextLine();
        }
        VirtualIdCard card = new VirtualIdCard(PlayedCard.read(line).person());
        long end = System.nanoTime() + Duration.ofDays(1).toNanos();
        boolean first = true;
        while (System.nanoTime() < end) {
            try {
                Socket socket = VpcdCard.connect(options.vpcdPort());
                if (first) {
                    out.println("ready");
                    out.close();
                    first = false;
                }
                if (new VpcdCard(card).stay(socket)) {
                    return DONE;
                }
            } catch (IOException e) {
                if (first) {
                    return NO_READER;
                }
                // else pcscd is restarting: the card still lies on the reader
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        return DONE;
    }
}
