package org.mifeng.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who typed this much may want, each finding something under the filters already set.
 *
 * @param suggestions the likeliest first
 */
public record Suggestions(List<Suggested> suggestions) {
    /** Copies the list. */
    public Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * One of them.
     *
     * @param text to search for
     * @param occupation the trade that it usually means; left out for a place or a filter
     */
    public record Suggested(String text, @Nullable String occupation) {}
}
