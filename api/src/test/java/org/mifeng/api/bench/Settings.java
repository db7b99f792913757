package org.mifeng.api.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark was told, every value checked before anything runs. */
final class Settings {
    private final Map<String, String> values = new HashMap<>();

    private Settings() {}

    /** @throws UsageException if an option is unknown or its value wrong */
    static Settings read(List<String> arguments, List<Option<?>> options, Option<?> common) {
        List<Option<?>> all = new ArrayList<>(options);
        all.add(common);
        Settings settings = new Settings();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.remove();
            Option<?> option = all.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("unknown option " + name));
            String value = option.takesValue() ? rest.poll() : "true";
            if (value == null) {
                throw new UsageException(name + " needs a value");
            }
            settings.values.put(name, value);
        }
        all.forEach(settings::get);
        return settings;
    }

    <T> T get(Option<T> option) {
        return option.read().apply(values.getOrDefault(option.name(), option.standard()));
    }
}
