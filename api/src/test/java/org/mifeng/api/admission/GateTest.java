package org.mifeng.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void asManyRunAsThereIsRoomForThenSomeWaitThenAllAreTurnedAway() {
        Gate<String> gate = new Gate<>(2, 1);
        assertThat(gate.come("a")).isEqualTo(Gate.Entry.IN);
        assertThat(gate.come("b")).isEqualTo(Gate.Entry.IN);
        assertThat(gate.come("c")).isEqualTo(Gate.Entry.WAITS);
        assertThat(gate.come("d")).isEqualTo(Gate.Entry.TURNED_AWAY);
        assertThat(gate.leave()).contains("c");
        assertThat(gate.leave()).isEmpty();
        assertThat(gate.come("e")).isEqualTo(Gate.Entry.IN);
        assertThat(gate.come("f")).isEqualTo(Gate.Entry.WAITS);
    }

    @Test
    void whoGivesUpIsNotCalledAndMakesRoomInTheQueue() {
        Gate<String> gate = new Gate<>(1, 1);
        gate.come("runs");
        gate.come("waits");
        assertThat(gate.giveUp("waits")).isTrue();
        assertThat(gate.giveUp("waits")).isFalse();
        assertThat(gate.giveUp("runs")).isFalse();
        assertThat(gate.come("next")).isEqualTo(Gate.Entry.WAITS);
        assertThat(gate.leave()).contains("next");
    }

    /** Whatever comes, goes and gives up: never more than there is room for, and all the room is there in the end. */
    @Test
    void roomIsNeitherLostNorFound() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int most = 1 + random.nextInt(4);
            Gate<Integer> gate = new Gate<>(most, random.nextInt(5));
            Set<Integer> running = new HashSet<>();
            Deque<Integer> waiting = new ArrayDeque<>();
            for (int i = 0; i < 500; i++) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        switch (gate.come(i)) {
                            case IN -> running.add(i);
                            case WAITS -> waiting.addLast(i);
                            case TURNED_AWAY -> {}
                        }
                    }
                    case 1 -> {
                        if (!running.isEmpty()) {
                            running.remove(running.iterator().next());
                            gate.leave().ifPresent(next -> {
                                assertThat(waiting.pollFirst()).isEqualTo(next);
                                running.add(next);
                            });
                        }
                    }
                    default -> {
                        if (!waiting.isEmpty()) {
                            assertThat(gate.giveUp(waiting.removeLast())).isTrue();
                        }
                    }
                }
                assertThat(running).hasSizeLessThanOrEqualTo(most);
                assertThat(waiting.isEmpty() || running.size() == most).isTrue();
            }
        }
    }
}
