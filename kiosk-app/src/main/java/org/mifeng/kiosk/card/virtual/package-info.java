/**
 * A synthetic identity card and a reader for it, so that everything can be tried without hardware: the card answers the
 * security module's frames, in a {@link org.mifeng.kiosk.card.pcsc.CardSlot} of this process or through vpcd and the
 * system's PC/SC service. Only made-up people exist here: region 100000, which no county has.
 */
@NullMarked
package org.mifeng.kiosk.card.virtual;

import org.jspecify.annotations.NullMarked;
