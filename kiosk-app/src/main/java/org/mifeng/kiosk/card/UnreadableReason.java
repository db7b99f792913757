package org.mifeng.kiosk.card;

/** Why a card could not be used, at the level of what its owner can do about it. */
public enum UnreadableReason {
    /** Lifted too early, or a bad contact: put it on again. */
    LIFTED,
    /** Some other card, not an identity card. */
    WRONG_CARD,
    /** Not genuine or damaged: trying again will not help. */
    DAMAGED,
    /** The module in the reader is out of order: not the card's fault. */
    READER_BROKEN
}
