package org.mifeng.kiosk.session;

import java.util.Optional;
import java.util.Set;

/** What is to be done because of a step; the answer comes back as an event of the same visit. */
public sealed interface Effect {
    /** Ask for jobs for the card that was read in this visit. */
    record AskForCard(long visit) implements Effect {}

    /** Ask for jobs of a kind, without a card. */
    record AskForKind(long visit, Picture kind, Optional<String> cursor) implements Effect {}

    /** Ask for the jobs behind those seen. */
    record AskForMore(long visit, String serviceSession, String cursor) implements Effect {}

    /** Ask for a session's jobs anew, without some wishes. */
    record AskWithout(long visit, String serviceSession, Set<String> wishes) implements Effect {}

    /** Ask why a session's list ends that does without some wishes already. */
    record AskForShortage(long visit, String serviceSession, Set<String> without) implements Effect {}

    /** Ask for jobs like one, for the person of a session or, without one, for anybody. */
    record AskForSimilar(long visit, Optional<String> serviceSession, String jobId) implements Effect {}

    /** Ask for one job in full. */
    record AskForJob(long visit, String jobId) implements Effect {}

    /** Tell the service that a session is over. */
    record CloseServiceSession(String serviceSession) implements Effect {}

    /** Forget all of a visit, on screen and off. */
    record Wipe(long visit) implements Effect {}
}
