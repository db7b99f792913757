package org.mifeng.matcher;

/**
 * What makes work unfit for some people by law (rules P21, P23). The order is that of the bit stored in an index:
 * append only.
 */
public enum Hazard {
    /** 井下作业. */
    MINE,
    /** 有毒有害. */
    TOXIC,
    /** 第四级体力劳动强度 (GBZ 2.2). */
    HEAVY_LABOUR,
    /** 夜班: work between 22:00 and 6:00. */
    NIGHT,
    /** 酒吧、网吧、娱乐场所. */
    ENTERTAINMENT,
    /** 高处作业 (GB/T 3608). */
    HEIGHT
}
