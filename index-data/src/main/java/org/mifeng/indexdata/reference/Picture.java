package org.mifeng.indexdata.reference;

import java.util.Locale;

/** The pictures that stand for trades on cards, for people who would rather not read. */
public enum Picture {
    /** 搬运. */
    CARRY,
    /** 打扫. */
    CLEAN,
    /** 做饭, food. */
    COOK,
    /** 服务, at table or desk. */
    SERVE,
    /** 看护, guard. */
    GUARD,
    /** 开车. */
    DRIVE,
    /** 配送. */
    DELIVER,
    /** 缝纫, textiles. */
    SEW,
    /** 焊接. */
    WELD,
    /** 电. */
    ELECTRIC,
    /** 建筑. */
    BUILD,
    /** 粉刷. */
    PAINT,
    /** 木工. */
    WOOD,
    /** 分拣, 包装. */
    SORT,
    /** 照护. */
    CARE,
    /** 带孩子. */
    BABY,
    /** 美容美发. */
    BEAUTY,
    /** 按摩足疗. */
    MASSAGE,
    /** 卖货, 推广. */
    SELL,
    /** 收银. */
    CASH,
    /** 农活. */
    FARM,
    /** 绿化. */
    GREEN,
    /** 机器, 工厂. */
    MACHINE,
    /** 维修. */
    REPAIR,
    /** 其他: office, telephone, and what no picture fits. */
    OTHER;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The picture's name in files and pages, such as {@code carry}. */
    public String key() {
        return key;
    }

    static Picture ofKey(String key) {
        for (Picture picture : values()) {
            if (picture.key.equals(key)) {
                return picture;
            }
        }
        throw new IllegalArgumentException("no picture " + key);
    }
}
