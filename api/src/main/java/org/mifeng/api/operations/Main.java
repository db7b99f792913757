package org.mifeng.api.operations;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;

/**
 * Where every command of the product begins. The first argument names it; {@code ./run} and {@code ./mifeng} pass it on.
 * What the operator must know goes to the screen as one sentence; a stack trace goes to the log, never to the screen.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(run(Arrays.asList(arguments), System.out, System.err).number());
    }

    static ExitCode run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (arguments.isEmpty() ? "run" : arguments.getFirst()) {
                case "run" -> RunCommand.of(rest, out).run();
                case "generate" -> GenerateCommand.of(rest, out).run();
                case "import" -> ImportCommand.of(rest, out).run();
                case "export" -> ExportCommand.of(rest, out).run();
                case "backup" -> BackupCommand.of(rest, out).run();
                case "restore" -> RestoreCommand.of(rest, out).run();
                case "erase" -> EraseCommand.of(rest, System.in, out).run();
                case "balance" -> BalanceCommand.of(rest, out).run();
                case "verify" -> VerifyCommand.of(rest, out).run();
                case "rebuild" -> RebuildCommand.of(rest, out).run();
                case "evaluate-titles", "evaluate-search", "evaluate-rank" ->
                    Evaluations.run(arguments.getFirst(), rest, out, err);
                case String unknown -> throw new UsageException("unknown command " + unknown);
            };
        } catch (UsageException e) {
            err.println(e.getMessage() + ". See --help.");
            return ExitCode.USAGE;
        } catch (LaunchException e) {
            err.println(e.getMessage());
            FailureLog.append(rest, e);
            return e.exitCode();
        } catch (Exception e) {
            err.println("Something unexpected went wrong: " + e.getClass().getSimpleName() + ". "
                    + FailureLog.append(rest, e));
            return ExitCode.UNEXPECTED;
        }
    }
}
