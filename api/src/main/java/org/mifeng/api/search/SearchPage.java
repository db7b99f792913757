package org.mifeng.api.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.matching.JobPage;
import org.mifeng.indexdata.query.QueryReading;
import org.mifeng.matcher.search.Criterion;

/**
 * A page of found jobs, and how the question was understood.
 *
 * @param page the jobs
 * @param chips what the words were understood to ask for
 * @param switchedOff chips that were recognised but are switched off
 * @param remarks what to say beside the jobs
 * @param didYouMean names that were perhaps meant by words that nothing explains, the likeliest first
 * @param place where the way begins, if an address was given, and how closely it is known
 * @param radiusMetres how far
 * @param hiding of an empty list, the one criterion that hides most; left out if none hides any alone
 */
public record SearchPage(
        @JsonUnwrapped JobPage page,
        List<ChipView> chips,
        List<ChipView> switchedOff,
        List<QueryReading.Remark> remarks,
        List<String> didYouMean,
        @Nullable FoundPlace place,
        int radiusMetres,
        @Nullable Hiding hiding) {
    /** Copies the lists. */
    public SearchPage {
        chips = List.copyOf(chips);
        switchedOff = List.copyOf(switchedOff);
        remarks = List.copyOf(remarks);
        didYouMean = List.copyOf(didYouMean);
    }

    /**
     * What giving up one criterion would bring.
     *
     * @param criterion which
     * @param posts how many posts it alone hides
     * @param atLeast whether there may be more
     * @param label the same for people
     */
    public record Hiding(Criterion criterion, int posts, boolean atLeast, String label) {
        static Hiding of(Criterion criterion, int posts, boolean atLeast) {
            return new Hiding(
                    criterion,
                    posts,
                    atLeast,
                    "去掉“" + name(criterion) + "”的要求，能看到" + (atLeast ? "至少 " : " ") + posts + " 个");
        }

        private static String name(Criterion criterion) {
            return switch (criterion) {
                case OCCUPATION -> "工种";
                case SETTLEMENT -> "结算方式";
                case SLOT -> "时间";
                case BENEFIT -> "福利";
                case HAZARD -> "危险";
                case CERTIFICATE -> "证书";
                case EMPLOYER -> "用人单位";
                case TOWN -> "地方";
                case WORD -> "不要的字眼";
                case PAY -> "工钱";
                case TRUST -> "信誉";
                case POSTED -> "发布时间";
                case START -> "开工时间";
                case DISTANCE -> "距离";
            };
        }
    }
}
