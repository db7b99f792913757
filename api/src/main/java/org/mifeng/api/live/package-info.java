/**
 * What may be shown now, kept in memory beside the index and fed by the same stream, so that lists neither wait for the
 * database nor show what is gone; and the word whether the database answers.
 */
@NullMarked
package org.mifeng.api.live;

import org.jspecify.annotations.NullMarked;
