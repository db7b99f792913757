package org.mifeng.matcher;

import java.util.List;
import java.util.Set;

/** A wish that a seeker could give up to see more jobs. What the law or safety asks is none of them. */
public enum Relaxation {
    /** 距离: go farther. */
    DISTANCE,
    /** 时间: other times too. */
    TIME,
    /** 工钱: below the wished pay too. */
    PAY,
    /** 结算: paid at another time. */
    SETTLEMENT,
    /** 工种: another trade. */
    TRADE;

    /** The bit that stands for this in a mask of missed wishes. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The wish without this. */
    public Seeker.Wish apply(Seeker.Wish wish) {
        return new Seeker.Wish(
                this == TRADE ? List.of() : wish.occupations(),
                wish.text(),
                wish.start(),
                wish.travel(),
                this == DISTANCE ? Seeker.Wish.ANYWHERE_METRES : wish.maxDistanceMetres(),
                this == TIME ? TimeSlots.ALWAYS : wish.slots(),
                this == SETTLEMENT ? Set.of() : wish.settlements(),
                this == PAY ? 0 : wish.floorFenPerHour(),
                this != PAY && wish.floorIsMust(),
                wish.certificates());
    }

    /** The wish without any of these. */
    public static Seeker.Wish applyAll(Seeker.Wish wish, Set<Relaxation> relaxed) {
        Seeker.Wish wider = wish;
        for (Relaxation relaxation : relaxed) {
            wider = relaxation.apply(wider);
        }
        return wider;
    }
}
