package org.mifeng.kiosk.card.pcsc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.mifeng.kiosk.card.CardEvent;
import org.mifeng.kiosk.card.CardHolder;
import org.mifeng.kiosk.card.UnreadableReason;
import org.mifeng.kiosk.card.virtual.CardCommand;

/** What {@link PcscdTest} runs in a namespace of its own: a real pcscd with vpcd, and the card command. */
final class PcscdWalk {
    private static final Pattern READER = Pattern.compile("Virtual PCD 00 00");

    private final BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();
    private final Path directory;

    private PcscdWalk(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        new PcscdWalk(Path.of(args[0])).walk();
    }

    private void walk() throws Exception {
        Files.createDirectories(directory.resolve("readers"));
        Files.writeString(directory.resolve("readers/vpcd"), """
                FRIENDLYNAME "Virtual PCD"
                DEVICENAME   /dev/null:0x8C7B
                LIBPATH      /usr/lib/pcsc/drivers/serial/libifdvpcd.so
                CHANNELID    0x8C7B
                """);
        check(!CardReader.systemHas(READER), "there is no PC/SC service yet");
        Process pcscd = startPcscd();
        try (CardReader reader = CardReader.ofSystem(READER, events::add)) {
            reader.start();
            awaitBack();
            say("reader found");

            card("insert", "--name", "张示例", "--age", "40");
            await(CardEvent.Detected.class);
            check(
                    await(CardEvent.Inserted.class).holder() instanceof CardHolder.Resident holder
                            && holder.initial().equals("张"),
                    "a resident's card with the initial 张");
            say("card read");
            card("remove");
            await(CardEvent.Removed.class);
            say("card removed");

            card("insert", "--kind", "hmt");
            await(CardEvent.Detected.class);
            await(CardEvent.Inserted.class);
            pcscd.destroyForcibly().waitFor();
            await(CardEvent.Removed.class);
            await(CardEvent.ReaderLost.class);
            say("loss of pcscd noticed");
            pcscd = startPcscd();
            awaitBack();
            // the card lay on the reader all the time: it is read again
            await(CardEvent.Detected.class);
            check(
                    await(CardEvent.Inserted.class).holder() instanceof CardHolder.HongKongMacaoTaiwan,
                    "the same kind of card");
            card("remove");
            await(CardEvent.Removed.class);
            say("recovered after a restart of pcscd");

            card("insert", "--lift-mid-read");
            await(CardEvent.Detected.class);
            check(
                    await(CardEvent.Unreadable.class).reason() == UnreadableReason.LIFTED,
                    "a card lifted while it is read");
            await(CardEvent.Removed.class);
            say("lifted card noticed");
            card("remove");
        } finally {
            pcscd.destroy();
            pcscd.waitFor(5, TimeUnit.SECONDS);
        }
        System.out.println("WALKED");
    }

    private Process startPcscd() throws IOException {
        return new ProcessBuilder(
                        "pcscd",
                        "--foreground",
                        "--error",
                        "-c",
                        directory.resolve("readers").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pcscd.log").toFile())
                .start();
    }

    private void card(String... arguments) throws IOException, InterruptedException {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = directory.toString();
        check(CardCommand.run(all) == 0, "./card " + arguments[0]);
    }

    /** The next event, which must be of this type. */
    private <T extends CardEvent> T await(Class<T> type) throws InterruptedException {
        CardEvent event = events.poll(15, TimeUnit.SECONDS);
        check(type.isInstance(event), type.getSimpleName() + " expected but came " + event);
        return type.cast(event);
    }

    /** The reader is back; that it was still lost may be said before. */
    private void awaitBack() throws InterruptedException {
        CardEvent event = events.poll(15, TimeUnit.SECONDS);
        while (event instanceof CardEvent.ReaderLost) {
            event = events.poll(15, TimeUnit.SECONDS);
        }
        check(event instanceof CardEvent.ReaderBack, "ReaderBack expected but came " + event);
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            System.out.println("FAILED: " + what);
            System.exit(1);
        }
    }

    private static void say(String what) {
        System.out.println("ok: " + what);
    }
}
