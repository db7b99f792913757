package org.mifeng.kiosk;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How the agent is started.
 *
 * @param service where the service is
 * @param port of the page, 0 for any free one
 * @param data where key, identity and the virtual reader's secret are kept
 * @param reader which reader
 * @param readerName whole name of the PC/SC reader
 * @param help whether only the help is wanted
 */
record KioskOptions(URI service, int port, Path data, Reader reader, Pattern readerName, boolean help) {
    /** Which reader is used. */
    enum Reader {
        /** PC/SC if a reader of the name is there at start, else the virtual one. */
        AUTO,
        /** PC/SC; waited for if it is not there. */
        PCSC,
        /** The one in this process. */
        VIRTUAL
    }

    /** Names of known identity card readers, and of vpcd's first slot. Real kiosks give the exact name. */
    static final String DEFAULT_READER_NAME = "(?i)Virtual PCD 00 00|.*(CVR|IDR|SDT|ID.?Card|Identity).*";

    static final String HELP = """
            The kiosk agent: reads identity cards and serves the kiosk's page.

              java -jar kiosk-app.jar [options]

              --service URL       the service (default http://127.0.0.1:8080)
              --port PORT         the page's port on 127.0.0.1 (default 8090; 0 for any)
              --data DIR          key, identity, virtual reader (default ./data/kiosk)
              --reader KIND       auto (default), pcsc, virtual
              --reader-name REGEX whole name of the PC/SC reader
                                  (default %s)
              --help

            A kiosk that is not enrolled waits for a code in DIR/enrolment-code.

            Exit codes: 0 stopped, 2 wrong usage, 3 port taken, 4 data directory unusable or used by another agent.
            """.formatted(DEFAULT_READER_NAME);

    /** A mistake in the arguments; the message is for the person who typed them. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static KioskOptions parse(String... args) throws UsageException {
        String service = "http://127.0.0.1:8080";
        String port = "8090";
        Path data = Path.of("data", "kiosk");
        Reader reader = Reader.AUTO;
        String name = DEFAULT_READER_NAME;
        boolean help = false;
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--service" -> service = value(option, rest);
                case "--port" -> port = value(option, rest);
                case "--data" -> data = Path.of(value(option, rest));
                case "--reader" -> reader = reader(value(option, rest));
                case "--reader-name" -> name = value(option, rest);
                case "--help", "-h" -> help = true;
                default -> throw new UsageException("unknown option: " + option);
            }
        }
        return new KioskOptions(uri(service), port(port), data, reader, pattern(name), help);
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static Reader reader(String text) throws UsageException {
        return switch (text) {
            case "auto" -> Reader.AUTO;
            case "pcsc" -> Reader.PCSC;
            case "virtual" -> Reader.VIRTUAL;
            default -> throw new UsageException("--reader must be auto, pcsc or virtual but is " + text);
        };
    }

    private static int port(String text) throws UsageException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the message below
        }
        throw new UsageException("--port must be 0 to 65535 but is " + text);
    }

    private static URI uri(String text) throws UsageException {
        try {
            URI uri = new URI(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // falls through to the message below
        }
        throw new UsageException("--service must be an http or https address but is " + text);
    }

    private static Pattern pattern(String text) throws UsageException {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new UsageException("--reader-name is no regular expression: " + e.getDescription());
        }
    }
}
