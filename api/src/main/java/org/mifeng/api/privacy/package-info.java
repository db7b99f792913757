/**
 * Keeping personal data unreadable (rule P30): keys that live outside the database, the keyed hash by which an ID
 * number is found again, authenticated encryption of what must be kept, and masks for what must be shown.
 */
@NullMarked
package org.mifeng.api.privacy;

import org.jspecify.annotations.NullMarked;
