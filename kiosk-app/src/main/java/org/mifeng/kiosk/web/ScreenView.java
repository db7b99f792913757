package org.mifeng.kiosk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.Relaxed;
import org.mifeng.kiosk.session.Picture;
import org.mifeng.kiosk.session.SessionEvent;
import org.mifeng.kiosk.session.State;

/**
 * All that the page may know: one screen. No number, no full name, no identifier of a session; a phone only after it was
 * touched to be shown.
 *
 * @param screen which screen
 * @param greeting 「张*」; blank without a card
 * @param endsInMillis what is left of a countdown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreenView(
        String screen,
        @Nullable String greeting,
        @Nullable Boolean cardLeft,
        @Nullable Boolean cardExpired,
        @Nullable Boolean readerReady,
        @Nullable Boolean enrolled,
        @Nullable List<Kind> kinds,
        @Nullable ListView list,
        @Nullable DetailView job,
        @Nullable TroubleText trouble,
        @Nullable Long endsInMillis) {

    /** A kind of work to choose. */
    record Kind(String key, String word) {}

    /**
     * A page of jobs.
     *
     * @param from place of the first one in the whole list, from 1
     * @param total how many there are so far
     * @param pageSize how many jobs the agent thinks fit
     * @param relaxed what the list does without, in words
     * @param gain what one relaxation adds, in words, at the end of the list
     * @param relax the word on the button that gives up that wish
     * @param like the title of the job that all these are like
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListView(
            List<JobView> jobs,
            int from,
            int total,
            int pageSize,
            boolean previous,
            boolean next,
            boolean waiting,
            boolean failed,
            @Nullable String kind,
            @Nullable String relaxed,
            @Nullable String gain,
            @Nullable String relax,
            @Nullable String like) {}

    /**
     * One job in full.
     *
     * @param others where the wish for jobs like it stands; absent where it cannot be asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DetailView(
            JobView card,
            boolean waiting,
            boolean failed,
            boolean gone,
            @Nullable String body,
            boolean hasPhone,
            @Nullable String phone,
            List<String> certificates,
            State.View.@Nullable Others others) {}

    static ScreenView of(State state, AgentHealth health, Instant now) {
        return switch (state) {
            case State.Idle(boolean cardLeft) ->
                new ScreenView(
                        "idle",
                        null,
                        cardLeft,
                        null,
                        health.readerReady(),
                        health.enrolled(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case State.Ended(Instant _, boolean cardLeft) -> bare("ended", cardLeft);
            case State.Reading _ -> bare("reading", null);
            case State.Matching _ -> bare("matching", null);
            case State.Choosing _ ->
                new ScreenView(
                        "choosing",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Arrays.stream(Picture.values())
                                .map(kind -> new Kind(kind.key(), kind.word()))
                                .toList(),
                        null,
                        null,
                        null,
                        null);
            case State.Warning(State.Active _, Instant endsAt) ->
                new ScreenView(
                        "warning",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Math.max(0, Duration.between(now, endsAt).toMillis()));
            case State.Trouble trouble ->
                new ScreenView(
                        "trouble",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        TroubleText.of(trouble.kind()),
                        null);
            case State.Browsing browsing -> browsing(browsing, now);
        };
    }

    private static ScreenView bare(String screen, @Nullable Boolean cardLeft) {
        return new ScreenView(screen, null, cardLeft, null, null, null, null, null, null, null, null);
    }

    private static String relaxWord(String relaxation) {
        return switch (relaxation) {
            case "DISTANCE" -> "放宽距离";
            case "TIME" -> "放宽时间";
            case "PAY" -> "放宽工钱";
            case "SETTLEMENT" -> "放宽结算";
            case "TRADE" -> "放宽工种";
            default -> "放宽条件";
        };
    }

    private static ScreenView browsing(State.Browsing browsing, Instant now) {
        String greeting = browsing.visit().maskedName();
        Boolean expired = browsing.visit().cardExpired();
        int size = browsing.visit().pageSize();
        State.JobList list = browsing.list();
        return switch (browsing.view()) {
            case State.View.Page page ->
                new ScreenView(
                        "list",
                        greeting,
                        null,
                        expired,
                        null,
                        null,
                        null,
                        new ListView(
                                list.page(size).stream()
                                        .map(job -> JobView.of(job, now))
                                        .toList(),
                                list.first() + 1,
                                list.jobs().size(),
                                size,
                                list.first() > 0,
                                list.hasNext(size),
                                page.waitingSince().isPresent(),
                                page.failed(),
                                list.kind().map(Picture::word).orElse(null),
                                list.relaxed().map(Relaxed::sentence).orElse(null),
                                list.hasNext(size)
                                        ? null
                                        : list.ending()
                                                .gain()
                                                .map(JobShortage.More::label)
                                                .orElse(null),
                                list.ending()
                                        .gain()
                                        .map(gain -> relaxWord(gain.relaxation()))
                                        .orElse(null),
                                list.like()
                                        .map(like -> like.job().card().title())
                                        .orElse(null)),
                        null,
                        null,
                        null);
            case State.View.Job job -> {
                @Nullable JobDetail detail = job.detail().orElse(null);
                @Nullable String phone = detail == null ? null : detail.phone();
                yield new ScreenView(
                        "job",
                        greeting,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new DetailView(
                                JobView.of(job.card(), now),
                                detail == null && job.failed().isEmpty(),
                                job.failed().isPresent(),
                                job.failed()
                                        .filter(why -> why == SessionEvent.Failed.Why.GONE)
                                        .isPresent(),
                                detail == null ? null : detail.body(),
                                phone != null,
                                job.phoneShown() ? phone : null,
                                detail == null ? List.of() : detail.certificates(),
                                list.like().isPresent() ? null : job.others()),
                        null,
                        null);
            }
        };
    }
}
