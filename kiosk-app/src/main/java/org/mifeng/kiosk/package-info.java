/**
 * The kiosk agent: it owns the card reader, speaks to the service over signed HTTP, and serves the kiosk's page on the
 * loopback address. {@link org.mifeng.kiosk.KioskApp} wires the parts; the parts know each other only in this order:
 * {@code card} (nothing), {@code service} (card), {@code session} (card and service values), {@code web} (session).
 */
@NullMarked
package org.mifeng.kiosk;

import org.jspecify.annotations.NullMarked;
