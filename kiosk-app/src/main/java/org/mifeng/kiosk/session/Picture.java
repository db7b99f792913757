package org.mifeng.kiosk.session;

import java.util.Locale;
import java.util.Optional;

/** A kind of work that somebody without a card can touch: a picture, a word, and the words to look for. */
public enum Picture {
    /** 搬运装卸. */
    CARRY("搬运装卸", "装卸 搬运"),
    /** 保洁. */
    CLEAN("保洁", "保洁 清洁"),
    /** 厨房. */
    COOK("做饭", "厨师 帮厨 面点"),
    /** 餐馆服务. */
    SERVE("服务员", "服务员 传菜"),
    /** 保安. */
    GUARD("保安看门", "保安 门卫"),
    /** 开车. */
    DRIVE("开车", "司机"),
    /** 送货. */
    DELIVER("送货", "配送 快递 外卖"),
    /** 缝纫. */
    SEW("缝纫", "缝纫 裁剪"),
    /** 电工. */
    ELECTRIC("电工", "电工"),
    /** 工地. */
    BUILD("工地", "瓦工 钢筋工 小工"),
    /** 照顾人. */
    CARE("照顾人", "护工 护理 保姆"),
    /** 农活. */
    FARM("农活", "采摘 农活 种植");

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
