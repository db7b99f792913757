package org.mifeng.kiosk.session;

import java.util.Locale;
import java.util.Optional;

/**
 * A kind of work that somebody without a card can touch: a picture, a word, and the words to look for. They are the kinds
 * that most odd jobs of the district are of; the order is that of the screen.
 */
public enum Picture {
    /** 搬运装卸. */
    CARRY("搬运装卸", "装卸 搬运 冷库"),
    /** 保洁家政. */
    CLEAN("保洁家政", "保洁 家政 环卫 洗衣"),
    /** 做饭帮厨. */
    COOK("做饭帮厨", "厨师 帮厨 面点"),
    /** 服务员. */
    SERVE("服务员", "服务员 前台 迎宾 奶茶"),
    /** 店员收银. */
    SELL("店员收银", "店员 收银 导购"),
    /** 进工厂. */
    MACHINE("进工厂", "普工 操作工 电子厂"),
    /** 打包分拣. */
    SORT("打包分拣", "打包 分拣 理货 仓管"),
    /** 保安看门. */
    GUARD("保安看门", "保安 门卫 防损 看车"),
    /** 送货. */
    DELIVER("送货", "外卖 快递 配送"),
    /** 开车. */
    DRIVE("开车", "司机 代驾 叉车"),
    /** 工地. */
    BUILD("工地", "小工 瓦工 钢筋工 工地"),
    /** 水电焊. */
    ELECTRIC("水电焊", "电工 焊工 水暖工 维修"),
    /** 照顾人. */
    CARE("照顾人", "护工 护理 育婴 保姆"),
    /** 缝纫. */
    SEW("缝纫", "缝纫 裁缝 服装"),
    /** 农活. */
    FARM("农活", "采摘 大棚 田间 绿化");

    private final String word;
    private final String search;

    Picture(String word, String search) {
        this.word = word;
        this.search = search;
    }

    /** The word under the picture. */
    public String word() {
        return word;
    }

    /** What the service is asked for. */
    public String search() {
        return search;
    }

    /** The key of the drawing. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The picture of a key; empty if there is none. */
    public static Optional<Picture> ofKey(String key) {
        for (Picture picture : values()) {
            if (picture.key().equals(key)) {
                return Optional.of(picture);
            }
        }
        return Optional.empty();
    }
}
