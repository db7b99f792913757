package org.mifeng.indexdata.reference;

import java.util.List;
import java.util.Map;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * A trade that odd jobs are about, with what is usual in it. Shares are percentages.
 *
 * @param code of the 2022 classification
 * @param name its official name
 * @param everydayName what people say, short enough for a card
 * @param picture the trade's picture, such as {@code carry}
 * @param sector the kind of employer, such as {@code logistics}
 * @param weight how often it occurs among made-up posts, in relation to the others; 0 for a trade that titles name and the
 *     made-up market leaves out
 * @param medianFenPerHour usual pay in Jining in 2026: our estimate from public advertisements, to be replaced by the
 *     market's own posts
 * @param payUnits how pay is stated; the shares make 100
 * @param settlements when pay is handed over; the shares make 100
 * @param hoursPerDay usual working day
 * @param nightPercent share of posts with night work
 * @param hazards share of posts with each hazard
 * @param certificates share of posts that demand each certificate, by its key
 * @param tasks what people do in it, as short phrases
 */
public record Occupation(
        OccupationCode code,
        String name,
        String everydayName,
        Picture picture,
        String sector,
        int weight,
        int medianFenPerHour,
        Map<PayUnit, Integer> payUnits,
        Map<Settlement, Integer> settlements,
        int hoursPerDay,
        int nightPercent,
        Map<Hazard, Integer> hazards,
        Map<String, Integer> certificates,
        List<String> tasks) {
    /** Copies maps and list. */
    public Occupation {
        payUnits = Map.copyOf(payUnits);
        settlements = Map.copyOf(settlements);
        hazards = Map.copyOf(hazards);
        certificates = Map.copyOf(certificates);
        tasks = List.copyOf(tasks);
    }
}
