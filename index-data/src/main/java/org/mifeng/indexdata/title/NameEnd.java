package org.mifeng.indexdata.title;

import org.mifeng.indexdata.reference.TitleSign;

/** What the last character of a trade's name says about it. */
public final class NameEnd {
    private static final String PLACE = "店厂馆院园场吧所厅铺库站房城堂心";
    private static final String PERSON = "工员师嫂姆傅手机卫生匠长妹姨";

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
        return isPerson(name) || (name.length() >= 2 && TitleSign.PERSONS.contains(name.substring(name.length() - 2)));
    }
}
