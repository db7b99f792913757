package org.mifeng.kiosk.card.virtual;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.mifeng.kiosk.card.IdNumber;

/**
 * What {@code ./card} was asked to do.
 *
 * @param action insert, remove, status, hold or help
 * @param data the agent's data directory
 * @param vpcdPort where vpcd listens
 * @param person the card to play
 */
record CardOptions(Action action, Path data, int vpcdPort, SyntheticPerson person) {
    /** What to do. */
    enum Action {
        /** Put a card on the reader. */
        INSERT,
        /** Take it away. */
        REMOVE,
        /** Say where a card would go and whether one is there. */
        STATUS,
        /** Be the card, for as long as it lies on vpcd's reader: started by insert. */
        HOLD,
        /** Print the help. */
        HELP
    }

    static final String HELP = """
            Plays a synthetic identity card on the kiosk's reader.

              ./card insert [options]   put a card on the reader
              ./card remove             take it away
              ./card status             say which reader is there and whether a card is on it

            Options of insert:
              --age YEARS               how old the made-up person is (default 47)
              --sequence N              which person of that age, 1 to 999 (default 1)
              --number N                a whole number of 18 characters instead; only synthetic ones (region 100000)
              --kind KIND               resident (default), hmt, foreigner-2017, foreigner-2023
              --name NAME               up to 15 characters (default 测试甲)
              --expired                 the card's last day was yesterday
              --valid-until DATE        such as 2035-01-01 (default: 长期)
              --lift-mid-read           taken away while it is being read
              --fault FAULT             read-fails, not-genuine, wrong-card, module-broken, bad-checksum-once
            For all:
              --data DIR                the data directory of ./run, or the agent's own (default ./data)
              --vpcd-port PORT          where vpcd listens (default 35963)
              --help

            The card goes into the agent's own virtual reader if that is in use, else into the reader of vpcd and
            pcscd, where a small process in the background is the card until "remove".

            Exit codes: 0 done, 2 wrong usage, 3 no reader to put a card on (or no JDK 25), 4 the reader refused, 5 the agent
            could not be built.
            """;

    /** A mistake in the arguments; the message is for the person who typed them. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static CardOptions parse(String[] args, LocalDate today) throws UsageException {
        Iterator<String> rest = Arrays.asList(args).iterator();
        Action action = Action.HELP;
        if (rest.hasNext()) {
            String word = rest.next();
            action = switch (word) {
                case "insert" -> Action.INSERT;
                case "remove" -> Action.REMOVE;
                case "status" -> Action.STATUS;
                case "hold" -> Action.HOLD;
                case "help", "--help", "-h" -> Action.HELP;
                default -> throw new UsageException("unknown command: " + word);
            };
        }
        Path data = Path.of("data");
        int port = VpcdCard.PORT;
        int age = 47;
        int sequence = 1;
        Optional<IdNumber> number = Optional.empty();
        CardKind kind = CardKind.RESIDENT;
        String name = "测试甲";
        Optional<LocalDate> until = Optional.empty();
        CardFault fault = CardFault.NONE;
        while (rest.hasNext()) {
            String option = rest.next();
            try {
                switch (option) {
                    case "--data" -> data = Path.of(value(option, rest));
                    case "--vpcd-port" -> port = integer(option, rest, 1, 65_535);
                    case "--age" -> age = integer(option, rest, 0, 120);
                    case "--sequence" -> sequence = integer(option, rest, 1, 999);
                    case "--number" -> number = Optional.of(synthetic(value(option, rest)));
                    case "--kind" -> kind = kind(value(option, rest));
                    case "--name" -> name = value(option, rest);
                    case "--expired" -> until = Optional.of(today.minusDays(1));
                    case "--valid-until" -> until = Optional.of(LocalDate.parse(value(option, rest)));
                    case "--lift-mid-read" -> fault = CardFault.LIFTED_MID_READ;
                    case "--fault" -> fault = fault(value(option, rest));
                    case "--help", "-h" -> action = Action.HELP;
                    default -> throw new UsageException("unknown option: " + option);
                }
            } catch (DateTimeException e) {
                throw new UsageException(option + ": not a date such as 2035-01-01");
            } catch (IllegalArgumentException e) {
                throw new UsageException(option + ": " + e.getMessage());
            }
        }
        // yesterday's birthday: the person has the age today whatever the clock's zone
        IdNumber own = number.isPresent()
                ? number.get()
                : IdNumber.of(SyntheticPerson.REGION, today.minusDays(1).minusYears(age), sequence);
        Path agents = data.resolve("kiosk");
        try {
            return new CardOptions(
                    action,
                    Files.isDirectory(agents) ? agents : data,
                    port,
                    new SyntheticPerson(kind, own, name, until, fault));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--name: " + e.getMessage());
        }
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static int integer(String option, Iterator<String> rest, int least, int most) throws UsageException {
        String text = value(option, rest);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the message below
        }
        throw new UsageException(option + " must be " + least + " to " + most + " but is " + text);
    }

    private static IdNumber synthetic(String text) {
        IdNumber number = IdNumber.of(text);
        if (!number.digits().startsWith(SyntheticPerson.REGION)) {
            throw new IllegalArgumentException("only numbers of region 100000, which nobody has, may be played");
        }
        return number;
    }

    private static CardKind kind(String text) {
        return switch (text) {
            case "resident" -> CardKind.RESIDENT;
            case "hmt" -> CardKind.HMT;
            case "foreigner-2017" -> CardKind.FOREIGNER_2017;
            case "foreigner-2023" -> CardKind.FOREIGNER_2023;
            default ->
                throw new IllegalArgumentException(
                        "must be resident, hmt, foreigner-2017 or foreigner-2023 but is " + text);
        };
    }

    private static CardFault fault(String text) {
        return switch (text) {
            case "none" -> CardFault.NONE;
            case "lift-mid-read" -> CardFault.LIFTED_MID_READ;
            case "read-fails" -> CardFault.READ_FAILS;
            case "not-genuine" -> CardFault.NOT_GENUINE;
            case "wrong-card" -> CardFault.WRONG_CARD;
            case "module-broken" -> CardFault.MODULE_BROKEN;
            case "bad-checksum-once" -> CardFault.BAD_CHECKSUM_ONCE;
            default ->
                throw new IllegalArgumentException("must be lift-mid-read, read-fails, not-genuine, wrong-card,"
                        + " module-broken or bad-checksum-once but is " + text);
        };
    }
}
