package org.mifeng.indexdata.title;

import java.util.Set;

/** What the last character of a trade's name says about it. */
public final class NameEnd {
    private static final String PLACE = "店厂馆院园场吧所厅铺库站房城堂心";
    private static final String PERSON = "工员师嫂姆傅手机卫生匠长妹姨";
    /** Persons and work at once: a 采购 is a buyer, a 采购文员 is not. */
    private static final Set<String> PERSON_OR_WORK = Set.of(
            "导购", "收银", "会计", "出纳", "客服", "主播", "前台", "教练", "经理", "主管", "助理", "顾问", "领班", "库管", "仓管", "网管", "保洁", "保安",
            "代驾", "大厨", "主厨", "帮厨", "店助", "导游", "采购", "文秘", "翻译", "代表", "小哥", "文职");

    private NameEnd() {}

    /** Whether the name is of a place where several trades work, such as 奶茶店. */
    public static boolean isPlace(String name) {
        return PLACE.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    /** Whether the name is of a person, as 焊工 is and 焊接 is not. */
    public static boolean isPerson(String name) {
        return PERSON.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    /** Whether the name may be of a person where it stands alone, as 导购 and 采购 do. */
    static boolean mayBePerson(String name) {
        return isPerson(name) || (name.length() >= 2 && PERSON_OR_WORK.contains(name.substring(name.length() - 2)));
    }
}
