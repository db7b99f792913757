package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.List;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.SeekerCandidate;

/**
 * The baseline that a clever walk over seekers must beat: the same facts and words, in memory, every active seeker
 * scored once, no bound anywhere. A walk reads an entry for each wish; the scan has columns of its own with one row for
 * each seeker, or it would be slower than a brute scan need be.
 */
public final class SeekerScan {
    private final List<SeekerView> views;
    private final List<Rows> rows = new ArrayList<>();

    /** @param view of a {@link LuceneCandidateIndex} */
    public SeekerScan(CandidateView view) {
        views = ((LuceneView) view).seekers().segments();
        views.forEach(each -> rows.add(new Rows(each.segment())));
    }

    private static final class Rows {
        final int[] entry;
        final float[] x;
        final float[] y;
        final float[] z;
        final int[] floor;
        final int[] slots;
        final byte[] settlements;
        final byte[] helpGroups;
        final short[] halfMetres;

        Rows(SeekerSegment segment) {
            int count = segment.seekers.count;
            entry = new int[count];
            x = new float[count];
            y = new float[count];
            z = new float[count];
            floor = new int[count];
            slots = new int[count];
            settlements = new byte[count];
            helpGroups = new byte[count];
            halfMetres = new short[count];
            SeekerEntries entries = segment.entries;
            for (int range = 0; range < entries.rangeWish.length; range++) {
                for (int e = entries.rangeFrom[range]; e < entries.rangeFrom[range + 1]; e++) {
                    int seeker = entries.seeker[e];
                    entry[seeker] = e;
                    x[seeker] = entries.x[e];
                    y[seeker] = entries.y[e];
                    z[seeker] = entries.z[e];
                    floor[seeker] = entries.floor[e];
                    slots[seeker] = entries.slots[e];
                    settlements[seeker] = entries.settlements[e];
                    helpGroups[seeker] = entries.helpGroups[e];
                    halfMetres[seeker] = entries.rangeHalfMetres[range];
                }
            }
        }
    }

    /** As {@link CandidateView#bestSeekers}. */
    public List<SeekerCandidate> best(SeekerQuery query) {
        TopSeekers top = new TopSeekers(query);
        for (int i = 0; i < views.size() && !query.forbidden(); i++) {
            scan(views.get(i), rows.get(i), query, top);
        }
        return top.candidates();
    }

    private static void scan(SeekerView view, Rows row, SeekerQuery query, TopSeekers top) {
        SeekerSegment segment = view.segment();
        SeekerRows seekers = segment.seekers;
        NumberedEntries.Found wanted = segment.wanted.of(query.request().post().employerId());
        NumberedEntries.Found blocked =
                segment.blocked.of(query.request().post().employerId());
        NumberedEntries.Found dismissed =
                segment.dismissed.of(query.request().post().id());
        int[] impacts = impacts(segment.terms, query);
        for (int seeker = 0; seeker < seekers.count; seeker++) {
            double metres = query.place().metresTo(row.x[seeker], row.y[seeker], row.z[seeker]);
            int entry = row.entry[seeker];
            if (!query.timesFit(row.slots[seeker])
                    || !query.payAllowed(Math.max(0, row.floor[seeker]))
                    || !query.holds(seekers.certificates(seeker))
                    || !query.ageAllowed(seekers.bornOn(seeker))
                    || !query.wayAllowed(metres, seekers.maxDistance(seeker))
                    || blocked.has(entry)
                    || !view.isLive(seeker)) {
                continue;
            }
            double closeness = 0;
            for (int i = seekers.wishesFrom(seeker); i < seekers.wishesFrom(seeker + 1); i++) {
                closeness = Math.max(closeness, query.closeness(seekers.wish(i)));
            }
            SeekerFacts facts = new SeekerFacts(
                    closeness,
                    segment.terms.sum(seeker, impacts, 0),
                    metres,
                    row.halfMetres[seeker],
                    Math.abs(row.floor[seeker]),
                    query.time(row.slots[seeker]),
                    query.settled(row.settlements[seeker]),
                    query.help(row.helpGroups[seeker]),
                    query.history(dismissed.has(entry), wanted.has(entry)));
            double score = query.score(facts);
            if (score >= top.threshold() && query.behindCursor(score, seekers.id(seeker))) {
                top.offer(new TopSeekers.Found(score, seekers.id(seeker), seekers.version(seeker), facts));
            }
        }
    }

    private static int[] impacts(SeekerTerms terms, SeekerQuery query) {
        int[] impacts = new int[terms.count()];
        for (int t = 0; t < query.terms().size(); t++) {
            int term = terms.find(query.terms().get(t));
            if (term >= 0) {
                impacts[term] = query.impactMilli(t);
            }
        }
        return impacts;
    }
}
