package org.mifeng.matcher;

/** The unit an employer states pay in (计薪单位). The order is that of the code stored in an index: append only. */
public enum PayUnit {
    /** 小时. */
    HOUR,
    /** 天. */
    DAY,
    /** 月. */
    MONTH,
    /** 计件; the amount is what an average worker earns in a day. */
    PIECE
}
