package org.mifeng.api.bench.morning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.TravelMode;

/**
 * Plays one morning under one policy, event by event. The index learns of every change before the next list is asked for, as
 * the service's does within a moment.
 */
final class MorningRun {
    private final Suiting suiting;
    private final Habits habits;
    private final MarketIndex index;
    private final Plan plan;
    private final KioskQueue queue;
    private final Timeline timeline = new Timeline();
    private final Map<Long, Places> places = new HashMap<>();
    private final Map<Long, Places> changed = new LinkedHashMap<>();
    private final Tally tally = new Tally();

    private MorningRun(MorningMarket market, Suiting suiting, Habits habits, MarketIndex index, Plan plan) {
        this.suiting = suiting;
        this.habits = habits;
        this.index = index;
        this.plan = plan;
        queue = new KioskQueue(habits.kiosks());
        market.posts().forEach(post -> places.put(post.id(), new Places(post)));
        for (Person person : market.people()) {
            timeline.at(person.arrivesSecond(), second -> queue.arrive(person).ifPresent(next -> visit(next, second)));
        }
    }

    static Outcome of(MorningMarket market, Suiting suiting, Habits habits, Policy policy, Path data)
            throws IOException {
        try (MarketIndex index = MarketIndex.of(market.posts(), policy, data)) {
            Plan plan = policy.planned() ? Plan.of(market, suiting) : Plan.NONE;
            MorningRun run = new MorningRun(market, suiting, habits, index, plan);
            run.timeline.run();
            return run.tally.outcome(market, suiting);
        }
    }

    private void visit(Person person, int second) {
        tally.waited(second - person.arrivesSecond());
        index.apply(changed.values().stream().map(Places::next).toList());
        changed.clear();
        MatchResult result = index.list(person, second);
        if (result.relaxed().isEmpty() && !result.matches().isEmpty()) {
            List<Long> list =
                    plan.first(person, result.matches().stream().map(Match::id).toList(), post -> of(post).free() > 0);
            List<Long> best = index.plainList(person, second);
            tally.listed(list, best, post -> suiting.score(person, post));
            new Visit(person, list, suiting.score(person, best.getFirst())).look(second + habits.swipeSeconds(), 0);
        } else {
            tally.nothingLeft();
            timeline.at(second + habits.swipeSeconds(), this::nextPerson);
        }
    }

    private void nextPerson(int second) {
        queue.leave().ifPresent(next -> visit(next, second));
    }

    private Places of(long post) {
        return Objects.requireNonNull(places.get(post));
    }

    private Places change(long post) {
        Places these = of(post);
        changed.put(post, these);
        return these;
    }

    /** A person in front of a list. */
    private final class Visit {
        private final Person person;
        private final List<Long> list;
        private final double best;

        Visit(Person person, List<Long> list, double best) {
            this.person = person;
            this.list = list;
            this.best = best;
        }

        /** Looks down the list from a place on, to the next card that is wanted or to where patience ends. */
        void look(int second, int from) {
            int now = second;
            int end = Math.min(list.size(), person.pages() * habits.pageCards());
            for (int place = from; place < end; place++) {
                if (place % habits.pageCards() == 0) {
                    now += place == 0 ? 0 : habits.turnSeconds();
                    tally.shown(list.subList(place, Math.min(list.size(), place + habits.pageCards())));
                }
                if (person.looksAt(place, habits.pageCards())) {
                    now += habits.cardSeconds();
                    if (suiting.wouldTake(person, list.get(place))) {
                        int wanted = place;
                        timeline.at(now, then -> touch(then, wanted));
                        return;
                    }
                }
            }
            tally.leftWithout();
            timeline.at(now, MorningRun.this::nextPerson);
        }

        /** Takes the job; if its last place went while the person was reading, looks on. */
        private void touch(int second, int place) {
            long post = list.get(place);
            Places there = change(post);
            if (person.holds() && !there.hold(person.number())) {
                look(second, place + 1);
                return;
            }
            double metres = there.metres();
            TravelMode travel = person.wish().travel();
            if (person.holds()) {
                timeline.at(second + habits.holdSeconds(metres, travel), then -> runOut(post));
            }
            int leaves = second + habits.applySeconds();
            timeline.at(leaves, MorningRun.this::nextPerson);
            if (person.comes()) {
                timeline.at(leaves + habits.travelSeconds(metres, travel), then -> arrive(post));
            }
        }

        private void runOut(long post) {
            if (change(post).letGo(person.number())) {
                tally.holdRanOut();
            }
        }

        private void arrive(long post) {
            if (change(post).arrive(person.number())) {
                tally.hired(suiting.score(person, post), best);
            } else {
                tally.walkedInVain();
            }
        }
    }
}
