/**
 * What stands on the screen and why: a pure state machine. {@link org.mifeng.kiosk.session.SessionMachine#on} takes a
 * state, an event and the time and gives the next state and what is to be done; it reads no clock, owns no thread and
 * holds nothing of a person but the masked name. {@link org.mifeng.kiosk.session.KioskSession} runs it.
 */
@NullMarked
package org.mifeng.kiosk.session;

import org.jspecify.annotations.NullMarked;
