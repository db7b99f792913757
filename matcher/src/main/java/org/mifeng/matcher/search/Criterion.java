package org.mifeng.matcher.search;

/** What a search can ask of a post: each hides posts, and each can be given up. */
public enum Criterion {
    /** 工种. */
    OCCUPATION,
    /** 结算. */
    SETTLEMENT,
    /** 时段. */
    SLOT,
    /** 福利. */
    BENEFIT,
    /** 危险. */
    HAZARD,
    /** 证书. */
    CERTIFICATE,
    /** 用人单位. */
    EMPLOYER,
    /** 街道乡镇. */
    TOWN,
    /** 不要的字眼. */
    WORD,
    /** 工钱. */
    PAY,
    /** 信誉. */
    TRUST,
    /** 发布时间. */
    POSTED,
    /** 开工时间. */
    START,
    /** 距离. */
    DISTANCE;

    /** The bit that stands for this in a mask of missed criteria. */
    public int bit() {
        return 1 << ordinal();
    }
}
