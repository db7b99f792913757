package org.mifeng.kiosk.card.virtual;

/** What a virtual card does wrong, to see what the kiosk makes of it. */
enum CardFault {
    /** Nothing: it reads well. */
    NONE,
    /** Taken away after the first part of the long answer. */
    LIFTED_MID_READ,
    /** Reading fails each time. */
    READ_FAILS,
    /** The module does not believe it. */
    NOT_GENUINE,
    /** Not an identity card. */
    WRONG_CARD,
    /** The module of the reader is out of order. */
    MODULE_BROKEN,
    /** The checksum of the long answer is wrong the first time. */
    BAD_CHECKSUM_ONCE
}
