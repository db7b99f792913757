package org.mifeng.kiosk.card.virtual;

/** The four layouts of a card's record. */
enum CardKind {
    /** 居民身份证. */
    RESIDENT,
    /** 港澳台居民居住证. */
    HMT,
    /** 外国人永久居留身份证, 2017. */
    FOREIGNER_2017,
    /** 外国人永久居留身份证, 2023. */
    FOREIGNER_2023
}
