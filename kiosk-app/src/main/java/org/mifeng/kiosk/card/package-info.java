/**
 * Chinese identity cards, from the security module's frames to a holder with only what matching needs.
 *
 * <p>The layers, bottom up: {@link org.mifeng.kiosk.card.SdtCodec} builds and checks frames of the module's protocol
 * (GA/T 467); {@link org.mifeng.kiosk.card.SdtIdCardReader} runs find, select and read over any
 * {@link org.mifeng.kiosk.card.SdtTransport}; {@link org.mifeng.kiosk.card.IdRecordParser} understands the four layouts
 * of the text record (GA/T 490) and drops at once what nobody asked for: photo, fingerprint, ethnicity, address, and the
 * name but for its first character. What comes out is a {@link org.mifeng.kiosk.card.CardEvent}.
 */
@NullMarked
package org.mifeng.kiosk.card;

import org.jspecify.annotations.NullMarked;
