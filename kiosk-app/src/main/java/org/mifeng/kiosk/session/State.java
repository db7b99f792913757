package org.mifeng.kiosk.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mifeng.kiosk.service.JobCard;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobPage;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.Relaxed;

/** Where a kiosk is. Every state but {@link Idle} ends by itself; none can be stuck. */
public sealed interface State {
    /**
     * Nobody is here: the attract screen.
     *
     * @param cardLeft whether somebody's card still lies on the reader
     */
    record Idle(boolean cardLeft) implements State {}

    /** Somebody is here. */
    sealed interface Active extends State {
        /** Who. */
        Visit visit();

        /** The same state of a visit that went on. */
        Active with(Visit visit);
    }

    /** A card is being read. */
    record Reading(Visit visit) implements Active {
        @Override
        public Reading with(Visit changed) {
            return new Reading(changed);
        }
    }

    /**
     * The service was asked for the first jobs.
     *
     * @param since when
     * @param kind the kind of work chosen without a card; empty if asked for a card
     */
    record Matching(Visit visit, Instant since, Optional<Picture> kind) implements Active {
        @Override
        public Matching with(Visit changed) {
            return new Matching(changed, since, kind);
        }
    }

    /** Choosing a kind of work without a card. */
    record Choosing(Visit visit) implements Active {
        @Override
        public Choosing with(Visit changed) {
            return new Choosing(changed);
        }
    }

    /** Looking at jobs. */
    record Browsing(Visit visit, JobList list, View view) implements Active {
        @Override
        public Browsing with(Visit changed) {
            return new Browsing(changed, list, view);
        }
    }

    /**
     * Something did not work, and what to do next is said.
     *
     * @param since when
     */
    record Trouble(Visit visit, Kind kind, Instant since) implements Active {
        @Override
        public Trouble with(Visit changed) {
            return new Trouble(changed, kind, since);
        }

        /** What did not work. */
        public enum Kind {
            /** The card was lifted too early. */
            CARD_LIFTED,
            /** The card is damaged, or not genuine. */
            CARD_DAMAGED,
            /** Some other card. */
            CARD_WRONG,
            /** A genuine card of a kind that the service cannot look up. */
            CARD_NOT_SERVED,
            /** The reader is out of order. */
            READER_BROKEN,
            /** Under 16: no jobs, but help (P20). */
            UNDER_16,
            /** The service cannot be reached. */
            SERVICE_UNREACHABLE,
            /** The service does not know this kiosk, or the kiosk is not enrolled. */
            KIOSK_NOT_KNOWN,
            /** The service found nothing. */
            NO_JOBS
        }
    }

    /**
     * The session ends soon unless somebody touches.
     *
     * @param behind where a touch leads back to
     * @param endsAt when it ends
     */
    record Warning(Active behind, Instant endsAt) implements Active {
        /** Checks that no warning stands behind a warning. */
        public Warning {
            if (behind instanceof Warning) {
                throw new IllegalArgumentException("a warning cannot warn of a warning");
            }
        }

        @Override
        public Visit visit() {
            return behind.visit();
        }

        @Override
        public Warning with(Visit changed) {
            return new Warning(behind.with(changed), endsAt);
        }
    }

    /**
     * Goodbye; all of the person is forgotten.
     *
     * @param cardLeft whether the card still lies on the reader
     */
    record Ended(Instant at, boolean cardLeft) implements State {}

    /**
     * The jobs seen so far.
     *
     * @param jobs best first
     * @param nextCursor where the service goes on; empty at the end
     * @param first index of the first job on screen
     * @param kind the kind of work chosen without a card
     * @param relaxed wishes that the list does without
     * @param ending what is known of why it ends
     * @param like the job that all these are like; empty in a list of its own
     */
    record JobList(
            List<JobCard> jobs,
            Optional<String> nextCursor,
            int first,
            Optional<Picture> kind,
            Optional<Relaxed> relaxed,
            Ending ending,
            Optional<Like> like) {
        /** Copies the jobs and checks the index. */
        public JobList {
            jobs = List.copyOf(jobs);
            if (first < 0 || first >= jobs.size()) {
                throw new IllegalArgumentException("first must lie within " + jobs.size() + " jobs but is " + first);
            }
        }

        /** The jobs on a screen of this many. */
        public List<JobCard> page(int size) {
            return jobs.subList(first, Math.min(first + size, jobs.size()));
        }

        /** Whether there are more behind a page of this many. */
        public boolean hasNext(int size) {
            return first + size < jobs.size() || nextCursor.isPresent();
        }

        JobList at(int index) {
            return new JobList(jobs, nextCursor, index, kind, relaxed, ending, like);
        }

        /** The first page that the service sent. */
        static JobList of(JobPage page, Optional<Picture> kind, Optional<Like> like) {
            return new JobList(
                    page.jobs(),
                    Optional.ofNullable(page.nextCursor()),
                    0,
                    kind,
                    Optional.ofNullable(page.relaxed()),
                    Ending.UNKNOWN,
                    like);
        }

        /** With these jobs behind, seen from there on. */
        JobList and(List<JobCard> more, Optional<String> cursor, int index) {
            List<JobCard> longer = new ArrayList<>(jobs);
            longer.addAll(more);
            return new JobList(longer, cursor, index, kind, relaxed, ending, like);
        }

        JobList ending(Ending known) {
            return new JobList(jobs, nextCursor, first, kind, relaxed, known, like);
        }

        /** The same, where the list that belongs to the person ends so; that may be the one behind. */
        JobList endingBehind(Ending known) {
            return like.map(of -> new JobList(
                            jobs,
                            nextCursor,
                            first,
                            kind,
                            relaxed,
                            ending,
                            Optional.of(new Like(of.job(), of.list().endingBehind(known)))))
                    .orElseGet(() -> ending(known));
        }

        /** Names of the wishes that the list does without. */
        Set<String> without() {
            return relaxed.map(wishes -> new TreeSet<>(wishes.wishes())).orElseGet(TreeSet::new);
        }
    }

    /**
     * Why a list ends, as far as it is known.
     *
     * @param asked whether the service was asked
     * @param gain the one relaxation that adds most
     */
    record Ending(boolean asked, Optional<JobShortage.More> gain) {
        static final Ending UNKNOWN = new Ending(false, Optional.empty());
        static final Ending ASKED = new Ending(true, Optional.empty());
    }

    /**
     * Where a list of like jobs came from.
     *
     * @param job the one they are like
     * @param list the list it was in
     */
    record Like(View.Job job, JobList list) {}

    /** What part of the jobs is on screen. */
    sealed interface View {
        /**
         * A page of the list.
         *
         * @param waitingSince when more jobs were asked for; empty if none are waited for
         * @param failed whether asking for more failed
         */
        record Page(Optional<Instant> waitingSince, boolean failed) implements View {
            static final Page STILL = new Page(Optional.empty(), false);
            static final Page FAILED = new Page(Optional.empty(), true);
        }

        /**
         * One job.
         *
         * @param detail its text and phone; empty while they are asked for
         * @param failed why asking for them failed; empty if it did not
         * @param phoneShown whether the phone was touched to be shown
         * @param others where the wish for jobs like it stands
         */
        record Job(
                JobCard card,
                Optional<JobDetail> detail,
                Optional<SessionEvent.Failed.Why> failed,
                boolean phoneShown,
                Others others)
                implements View {
            static Job opened(JobCard card) {
                return new Job(card, Optional.empty(), Optional.empty(), false, Others.NOT_ASKED);
            }

            Job with(JobDetail came) {
                return new Job(card, Optional.of(came), Optional.empty(), phoneShown, others);
            }

            Job failing(SessionEvent.Failed.Why why) {
                return new Job(card, Optional.empty(), Optional.of(why), phoneShown, others);
            }

            Job showingPhone() {
                return new Job(card, detail, failed, true, others);
            }

            Job others(Others now) {
                return new Job(card, detail, failed, phoneShown, now);
            }
        }

        /** Where the wish for jobs like one stands. */
        enum Others {
            /** Nobody asked. */
            NOT_ASKED,
            /** The service was asked. */
            WAITING,
            /** The service did not answer. */
            FAILED,
            /** There are none. */
            NONE
        }
    }
}
