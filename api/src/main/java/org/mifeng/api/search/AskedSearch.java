package org.mifeng.api.search;

import java.util.Optional;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.indexdata.query.QueryReading;

/**
 * A search as it was understood.
 *
 * @param question for the engine
 * @param reading what the words say
 * @param place where it starts, if an address was given
 * @param metres how far
 */
record AskedSearch(JobQuestion question, QueryReading reading, Optional<FoundPlace> place, int metres) {}
