package org.mifeng.kiosk.card;

/** What happens at a reader. Events of one reader come in order, from one thread. */
public sealed interface CardEvent {
    /** A card is there; reading it begins. */
    record Detected() implements CardEvent {}

    /** The card was read. */
    record Inserted(CardHolder holder) implements CardEvent {}

    /** The card could not be used. */
    record Unreadable(UnreadableReason reason) implements CardEvent {}

    /** The card is gone. */
    record Removed() implements CardEvent {}

    /** The reader is gone, or cannot be reached. */
    record ReaderLost(String what) implements CardEvent {}

    /** The reader is there and waits for a card. */
    record ReaderBack(String reader) implements CardEvent {}
}
