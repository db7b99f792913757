package org.mifeng.matcher;

/**
 * A group whom the public service helps first (就业困难人员, rule P04; 人社部发〔2022〕38号). Membership is what the person
 * registered with the market, never guessed from an ID number or an age.
 */
public enum HelpGroup {
    /** 大龄: registered as an older person in difficulty. */
    OLDER,
    /** 残疾. */
    DISABLED,
    /** 低收入. */
    LOW_INCOME,
    /** 长期失业. */
    LONG_WITHOUT_WORK;

    /** The groups as bits, in the order of this enum. */
    public static int mask(Iterable<HelpGroup> groups) {
        int mask = 0;
        for (HelpGroup group : groups) {
            mask |= 1 << group.ordinal();
        }
        return mask;
    }
}
