package org.mifeng.api.bench;

import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param table for the screen, ending with a line's end
 * @param json one object for {@code --json}; times end in {@code _ms}, sizes in {@code _bytes}
 * @param listsEqual whether all engines that must agree did
 */
record Finding(String table, Map<String, ?> json, boolean listsEqual) {}
