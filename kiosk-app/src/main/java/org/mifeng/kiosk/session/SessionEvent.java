package org.mifeng.kiosk.session;

import org.mifeng.kiosk.card.UnreadableReason;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobPage;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.SessionStarted;

/** What can happen to a session. No event carries an ID number. */
public sealed interface SessionEvent {
    /** Time passed. */
    record Tick() implements SessionEvent {}

    /** A card was put on the reader. */
    record CardDetected() implements SessionEvent {}

    /**
     * A card was read.
     *
     * @param maskedName such as 「张*」
     * @param suits whether and how its owner can be served
     * @param expired whether its last day has passed
     */
    record CardRead(String maskedName, Suits suits, boolean expired) implements SessionEvent {
        /** Whether a card's owner can be served. */
        public enum Suits {
            /** Yes. */
            YES,
            /** The service cannot look up cards of this kind. */
            KIND_NOT_SERVED,
            /** The owner is a child. */
            UNDER_16
        }
    }

    /** A card could not be read. */
    record CardUnreadable(UnreadableReason reason) implements SessionEvent {}

    /** The card was taken. */
    record CardRemoved() implements SessionEvent {}

    /** The reader was lost, with any card on it. */
    record ReaderLost() implements SessionEvent {}

    /** The service answered to a card. */
    record Matched(long visit, SessionStarted answer) implements SessionEvent {}

    /** The service answered with jobs: the first ones without a card, or more of a list. */
    record JobsCame(long visit, JobPage page) implements SessionEvent {}

    /** The service answered with one job. */
    record JobCame(long visit, JobDetail detail) implements SessionEvent {}

    /** The service answered with the first jobs of a list that does without some wishes. */
    record ListedAnew(long visit, JobPage page) implements SessionEvent {}

    /** The service said why a list ends. */
    record ShortageCame(long visit, JobShortage shortage) implements SessionEvent {}

    /** The service answered with jobs like one. */
    record SimilarCame(long visit, String jobId, JobPage page) implements SessionEvent {}

    /**
     * The service did not answer as hoped.
     *
     * @param what which question
     * @param why it did not
     */
    record Failed(long visit, Question what, Why why) implements SessionEvent {
        /** Why. */
        public enum Why {
            /** It cannot be reached, or is out of order. */
            UNREACHABLE,
            /** It does not know this kiosk. */
            KIOSK_UNKNOWN,
            /** What was asked for is no longer there. */
            GONE
        }

        /** What was asked. */
        public enum Question {
            /** The first jobs. */
            FIRST_JOBS,
            /** More jobs. */
            MORE_JOBS,
            /** One job. */
            JOB,
            /** Why a list ends. */
            SHORTAGE,
            /** Jobs like one. */
            SIMILAR
        }
    }

    /** The screen says how many jobs fit on it; no touch, so it keeps nobody's visit alive. */
    record Fits(int jobs) implements SessionEvent {}

    /** A touch on the screen. */
    sealed interface Touch extends SessionEvent {
        /** 没带身份证. */
        record NoCard() implements Touch {}

        /** A kind of work. */
        record Choose(Picture picture) implements Touch {}

        /** 下一页. */
        record Next() implements Touch {}

        /** 上一页. */
        record Previous() implements Touch {}

        /** A job of the page, by its place on it, from 0. */
        record Open(int place) implements Touch {}

        /** Show the phone. */
        record ShowPhone() implements Touch {}

        /** Give up the wish that keeps most jobs out. */
        record Relax() implements Touch {}

        /** 看类似的活. */
        record Similar() implements Touch {}

        /** 返回. */
        record Back() implements Touch {}

        /** 结束. */
        record End() implements Touch {}

        /** 我还在, or a touch that means nothing else. */
        record StillHere() implements Touch {}
    }
}
