package org.mifeng.matcher;

/** What an employer gives beside pay (福利). The order is that of the bit stored in an index: append only. */
public enum Benefit {
    /** 包吃. */
    MEALS,
    /** 包住; lifts the distance limit, for who sleeps there need not travel daily. */
    LODGING,
    /** 接送; lifts the distance limit. */
    PICK_UP,
    /** 交通补贴. */
    TRANSPORT_ALLOWANCE,
    /** 工伤保险或意外险. */
    INSURANCE,
    /** 不会技术也行, 有人带. */
    NO_SKILL_NEEDED
}
