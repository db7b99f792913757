package org.mifeng.api.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one installation. They live in files beside the database, never in it; or in the environment, where a
 * vault may put them.
 *
 * @param lookup hashes what is looked up
 * @param sealer encrypts what is kept
 */
public record Keys(LookupKey lookup, Sealer sealer) {
    /** Base64 of the look-up key. */
    public static final String LOOKUP_VARIABLE = "MIFENG_LOOKUP_KEY";

    /** Sealing keys as {@code id:base64}, separated by commas. */
    public static final String SEALING_VARIABLE = "MIFENG_SEALING_KEYS";

    private static final String LOOKUP_FILE = "lookup.key";
    private static final Pattern SEALING_FILE = Pattern.compile("sealing-([1-9][0-9]{0,2})\\.key");

    /**
     * The keys the environment gives, if it gives any.
     *
     * @throws IllegalArgumentException if it gives only one of both, or one cannot be read; the message holds no secret
     */
    public static Optional<Keys> fromEnvironment(Map<String, String> environment, SecureRandom random) {
        @Nullable String lookup = environment.get(LOOKUP_VARIABLE);
        @Nullable String sealing = environment.get(SEALING_VARIABLE);
        if (lookup == null && sealing == null) {
            return Optional.empty();
        }
        if (lookup == null || sealing == null) {
            throw new IllegalArgumentException(LOOKUP_VARIABLE + " and " + SEALING_VARIABLE + " must be set together");
        }
        Map<Integer, byte[]> keys = new TreeMap<>();
        for (String part : sealing.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1 || colon > 3 || !part.substring(0, colon).chars().allMatch(Character::isDigit)) {
                throw new IllegalArgumentException(SEALING_VARIABLE + " must have the form id:base64,id:base64");
            }
            keys.put(Integer.parseInt(part.substring(0, colon)), decode(SEALING_VARIABLE, part.substring(colon + 1)));
        }
        return Optional.of(new Keys(new LookupKey(decode(LOOKUP_VARIABLE, lookup)), new Sealer(keys, random)));
    }

    /**
     * Reads the keys of a directory.
     *
     * @throws IOException if a file is missing or cannot be read
     * @throws IllegalArgumentException if a file does not hold a key; the message holds no secret
     */
    public static Keys read(Path directory, SecureRandom random) throws IOException {
        Map<Integer, byte[]> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = SEALING_FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    keys.put(Integer.parseInt(name.group(1)), decode(file.toString(), Files.readString(file)));
                }
            }
        }
        Path lookup = directory.resolve(LOOKUP_FILE);
        return new Keys(new LookupKey(decode(lookup.toString(), Files.readString(lookup))), new Sealer(keys, random));
    }

    /** Makes new keys in the directory, readable by the owner alone. Call it only when no data depends on old ones. */
    public static Keys create(Path directory, SecureRandom random) throws IOException {
        PrivateFile.createDirectory(directory);
        PrivateFile.write(directory.resolve("sealing-1.key"), newKey(random, Sealer.KEY_BYTES));
        PrivateFile.write(directory.resolve(LOOKUP_FILE), newKey(random, LookupKey.BYTES));
        return read(directory, random);
    }

    /** Whether the directory has a look-up key, which is written last. */
    public static boolean exist(Path directory) {
        return Files.exists(directory.resolve(LOOKUP_FILE));
    }

    private static String newKey(SecureRandom random, int bytes) {
        byte[] key = new byte[bytes];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static byte[] decode(String source, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length != LookupKey.BYTES) {
                throw new IllegalArgumentException(source + " must hold 32 bytes in Base64");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + " must hold 32 bytes in Base64", e);
        }
    }

    @Override
    public String toString() {
        return "Keys";
    }
}
