package org.mifeng.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;

/** Searches as people type them: a name of work, often with what it shall pay, where and when, sometimes with what not. */
final class SearchTexts {
    private static final long SEED = 20_261_121;
    private static final List<String> WISHES =
            List.of("日结", "包吃住", "附近", "不要夜班", "长期", "急招", "上午", "包吃", "周末", "学校", "一天200", "5000", "工厂", "小区", "有接送");

    private final RandomGenerator random = new SplittableRandom(SEED);
    private final List<Alias> names = Aliases.all();
    private final int weights = names.stream().mapToInt(Alias::weight).sum();

    private SearchTexts() {}

    /** So many of them, always the same. */
    static List<String> some(int count) {
        SearchTexts texts = new SearchTexts();
        List<String> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(texts.next());
        }
        return some;
    }

    private String next() {
        List<String> parts = new ArrayList<>();
        if (random.nextInt(12) > 0) {
            parts.add(name());
        }
        if (random.nextInt(6) == 0) {
            parts.add(town());
        }
        int wishes = parts.isEmpty() ? 1 : random.nextInt(3);
        for (int i = 0; i < wishes; i++) {
            parts.add(random.nextInt(parts.size() + 1), WISHES.get(random.nextInt(WISHES.size())));
        }
        return String.join(random.nextBoolean() ? " " : "", parts);
    }

    /** A name as often as it is said. */
    private String name() {
        int at = random.nextInt(weights);
        for (Alias name : names) {
            at -= name.weight();
            if (at < 0) {
                return name.text();
            }
        }
        return names.getLast().text();
    }

    private String town() {
        Town town = Towns.all().get(random.nextInt(Towns.all().size()));
        return random.nextBoolean() ? town.county() : town.name();
    }
}
