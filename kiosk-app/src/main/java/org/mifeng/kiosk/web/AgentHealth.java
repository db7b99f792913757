package org.mifeng.kiosk.web;

/**
 * How the agent is: for {@code /health} and for the attract screen.
 *
 * @param readerKind {@code pcsc} or {@code virtual}
 * @param reader the reader's name; blank while there is none
 * @param readerReady whether it waits for cards
 * @param enrolled whether the service knows this kiosk
 * @param kioskId who it is to the service; blank until enrolled
 */
public record AgentHealth(String readerKind, String reader, boolean readerReady, boolean enrolled, String kioskId) {}
