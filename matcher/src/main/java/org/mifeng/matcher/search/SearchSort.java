package org.mifeng.matcher.search;

/** What a list of found posts goes by. Ties are broken by the smaller post number. */
public enum SearchSort {
    /** 最合适: the score of the model, the first places shared among employers (F4). */
    FIT,
    /** 离得近: the shortest way first. */
    DISTANCE,
    /** 工钱高: the highest pay per hour first. */
    PAY,
    /** 新发布: the last posted first. */
    NEWNESS
}
