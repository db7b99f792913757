package org.mifeng.matcher;

/** When pay is handed over (结算方式). The order is that of the code stored in an index: append only. */
public enum Settlement {
    /** 日结: the same day. */
    DAILY,
    /** 周结. */
    WEEKLY,
    /** 月结. */
    MONTHLY,
    /** 完工结: when the work is done. */
    ON_COMPLETION
}
