/** Kiosks: enrolment, proof of identity by signature, sessions of the person in front of one. */
@NullMarked
package org.mifeng.api.kiosk;

import org.jspecify.annotations.NullMarked;
