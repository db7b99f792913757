package org.mifeng.api.indexing;

import org.mifeng.matcher.ranking.TextStatistics;

/**
 * Text statistics with the number of their generation; both the same on every node.
 *
 * @param generation its number, 1 for the first of a database
 * @param statistics that text is scored with
 */
public record GenerationStatistics(long generation, TextStatistics statistics) {}
