package org.mifeng.api.launch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A database server found among the processes of this machine.
 *
 * @param process it
 * @param program its executable
 * @param port the port it was told to serve, or 0
 */
record RunningServer(ProcessHandle process, Path program, int port) {
    static final String DATA_OPTION = "--datadir=";
    private static final String PORT_OPTION = "--port=";
    private static final String PROGRAM_NAME = "mariadbd";

    /** The servers on exactly this data directory. */
    static List<RunningServer> on(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> PROGRAM_NAME.equals(
                                String.valueOf(Path.of(command).getFileName())))
                        .isPresent())
                .filter(process -> option(process, DATA_OPTION)
                        .filter(data.toString()::equals)
                        .isPresent())
                .map(process -> new RunningServer(
                        process,
                        Path.of(process.info().command().orElseThrow()),
                        option(process, PORT_OPTION).map(Integer::parseInt).orElse(0)))
                .toList();
    }

    private static Optional<String> option(ProcessHandle process, String name) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }
}
