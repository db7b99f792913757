/**
 * The service as the kiosk sees it, by the published HTTP contract ({@code docs/design/http.md}) and nothing else: who the
 * kiosk is ({@link org.mifeng.kiosk.service.KioskIdentity}), how it proves that with every request
 * ({@link org.mifeng.kiosk.service.RequestSigner}), and what it may ask ({@link org.mifeng.kiosk.service.ServiceClient}).
 * Readers are tolerant: unknown properties and codes are passed over, for a service may be newer than its kiosks.
 */
@NullMarked
package org.mifeng.kiosk.service;

import org.jspecify.annotations.NullMarked;
