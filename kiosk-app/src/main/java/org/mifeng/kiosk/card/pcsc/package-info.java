/**
 * Readers behind {@code javax.smartcardio}: the only package that knows that API. One platform thread owns a reader
 * ({@link org.mifeng.kiosk.card.pcsc.CardReader}); terminals come from the system's PC/SC service or from within the
 * process ({@link org.mifeng.kiosk.card.pcsc.CardSlot}), so that simulation happens below the API and the production code
 * is what runs in either case.
 */
@NullMarked
package org.mifeng.kiosk.card.pcsc;

import org.jspecify.annotations.NullMarked;
