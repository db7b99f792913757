/**
 * The kiosk's page and the small server for it, on the loopback address alone. The page renders what
 * {@link org.mifeng.kiosk.web.ScreenView} says and knows nothing else: no secret, no number, nothing to keep.
 */
@NullMarked
package org.mifeng.kiosk.web;

import org.jspecify.annotations.NullMarked;
