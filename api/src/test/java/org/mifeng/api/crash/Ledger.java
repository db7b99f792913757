package org.mifeng.api.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the service was asked for, and what it acknowledged. Safe for many threads. */
final class Ledger {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Entry> posted = new ArrayList<>();

    /** What became of one wish. */
    enum Outcome {
        /** Nobody asked. */
        NOT_ASKED,
        /** Asked, and no answer came. */
        UNKNOWN,
        /** Acknowledged. */
        DONE
    }

    /** A post by its Idempotency-Key. */
    static final class Entry {
        private final String key;
        private volatile @Nullable String publicId;
        private volatile Outcome closing = Outcome.NOT_ASKED;

        private Entry(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        Optional<String> publicId() {
            return Optional.ofNullable(publicId);
        }

        Outcome closing() {
            return closing;
        }

        void closing(Outcome outcome) {
            closing = outcome;
        }
    }

    /** A posting begins; until it is acknowledged its outcome is unknown. */
    Entry begin(String key) {
        Entry entry = new Entry(key);
        entries.put(key, entry);
        return entry;
    }

    void acknowledge(Entry entry, String publicId) {
        entry.publicId = publicId;
        synchronized (posted) {
            posted.add(entry);
        }
    }

    /** An acknowledged post that nobody wanted to close, which is then this caller's to close. */
    Optional<Entry> takeOneToClose(SplittableRandom random) {
        synchronized (posted) {
            return posted.isEmpty() ? Optional.empty() : Optional.of(posted.remove(random.nextInt(posted.size())));
        }
    }

    /** All posts. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }
}
