package org.mifeng.api.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The command line behind {@code ./bench}, whose help describes it. */
public final class Bench {
    private static final int WRONG_USAGE = 2;
    private static final int LISTS_DIFFER = 1;

    private Bench() {}

    /** Runs one benchmark. Exit codes: 0 done, 1 the lists of two engines differ, 2 wrong usage. */
    public static void main(String[] arguments) throws Exception {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (!"match".equals(rest.poll())) {
            wrong("the first word must be a benchmark: match");
        }
        int posts = 450_000;
        int questions = 2_000;
        int rounds = 5;
        Path directory = Path.of("data", "bench");
        Path json = null;
        while (!rest.isEmpty()) {
            String option = rest.poll();
            String value = rest.poll();
            if (value == null) {
                wrong(option + " needs a value");
                return;
            }
            switch (option) {
                case "--posts" -> posts = number(option, value, 1_000, 10_000_000);
                case "--questions" -> questions = number(option, value, 100, 100_000);
                case "--rounds" -> rounds = number(option, value, 1, 100);
                case "--data" -> directory = Path.of(value);
                case "--json" -> json = Path.of(value);
                default -> wrong("unknown option " + option);
            }
        }
        Report report = new MatchBench(posts, questions, rounds, directory.toAbsolutePath(), System.err).run();
        System.out.print(report.table());
        if (json != null) {
            Files.writeString(json, report.json());
        }
        System.exit(report.listsEqual() ? 0 : LISTS_DIFFER);
    }

    private static int number(String option, String value, int least, int most) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            wrong(option + " must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private static void wrong(String what) {
        System.err.println(what + ". See ./bench --help.");
        System.exit(WRONG_USAGE);
    }
}
