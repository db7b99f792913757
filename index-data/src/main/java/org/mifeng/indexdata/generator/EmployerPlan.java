package org.mifeng.indexdata.generator;

import java.util.List;

/**
 * An employer while posts are made.
 *
 * @param id number
 * @param sector such as {@code logistics}
 * @param sites one to five
 * @param posting how many posts it has, in relation to others of its sector; 0 for one that may not post
 * @param phone for all its posts
 */
record EmployerPlan(long id, String sector, List<Site> sites, int posting, String phone) {
    Site site(Draw draw) {
        return draw.of(sites);
    }
}
