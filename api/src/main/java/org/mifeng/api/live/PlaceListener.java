package org.mifeng.api.live;

import org.mifeng.api.jobpost.PostRow;

/**
 * Told of the places where there is work, once for each wanted post. Several threads may tell at once, and the end of a
 * post before its beginning; all of it together is right.
 */
public interface PlaceListener {
    /** A wanted post is at this place from now on. */
    void begins(PostRow.Place place);

    /** A post that was at this place is not wanted there any more. */
    void ends(PostRow.Place place);
}
