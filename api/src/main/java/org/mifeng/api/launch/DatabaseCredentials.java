package org.mifeng.api.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.mifeng.api.privacy.PrivateFile;

/**
 * The passwords of the embedded server's two accounts, in a file only its owner can read.
 *
 * @param application password of the account the service works with: everything in its own schema, nothing else
 * @param administrator password of the account that may do everything, for operators and tests
 */
record DatabaseCredentials(String application, String administrator) {
    static final String APPLICATION_USER = "mifeng";
    static final String ADMINISTRATOR_USER = "mifeng_admin";

    static DatabaseCredentials random(SecureRandom random) {
        return new DatabaseCredentials(password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static DatabaseCredentials read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        String application = properties.getProperty(APPLICATION_USER);
        String administrator = properties.getProperty(ADMINISTRATOR_USER);
        if (application == null || administrator == null) {
            throw new LaunchException(ExitCode.DATA_DAMAGED, "The passwords of the database are missing in " + file);
        }
        return new DatabaseCredentials(application, administrator);
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(APPLICATION_USER, application);
        properties.setProperty(ADMINISTRATOR_USER, administrator);
        StringWriter text = new StringWriter();
        properties.store(text, "accounts of the embedded database");
        PrivateFile.write(file, text.toString());
    }

    @Override
    public String toString() {
        return "DatabaseCredentials";
    }
}
