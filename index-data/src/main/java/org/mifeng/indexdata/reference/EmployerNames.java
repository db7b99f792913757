package org.mifeng.indexdata.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names and addresses of employers who do not exist are put together from. All speak of bees and honey. */
public final class EmployerNames {
    private static final Map<String, List<String>> PARTS = new HashMap<>();

    static {
        new ReferenceTable("employer-names.csv")
                .rows(row -> Map.entry(row.text("part") + row.text("sector"), row.list("text")))
                .forEach(entry -> PARTS.put(entry.getKey(), entry.getValue()));
    }

    private EmployerNames() {}

    private static List<String> part(String key) {
        List<String> found = PARTS.get(key);
        if (found == null) {
            throw new IllegalArgumentException("no employers' names for " + key);
        }
        return found;
    }

    /** Invented brands, such as 蜜桃. */
    public static List<String> brands() {
        return part("brand");
    }

    /** What employers of a sector call their business, such as 物流. */
    public static List<String> kinds(String sector) {
        return part("kind" + sector);
    }

    /** Legal forms and the like, such as 有限公司. */
    public static List<String> forms() {
        return part("form");
    }

    /** Roads that no town of the table has. */
    public static List<String> roads() {
        return part("road");
    }
}
