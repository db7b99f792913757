package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Settlement;

/**
 * Reads a whole post: what its title says, and what the body says where the title is silent. Trades come from the body
 * only if the title names none, and count for less then: a body names tools, places and other people's work too. Safe for
 * many threads.
 */
public final class PostReader {
    /** Sentences: a fact does not reach over their ends. */
    private static final Pattern SENTENCES = Pattern.compile("[\\n\\r。！!；;？?]+");

    private static final int MOST_SENTENCES = 200;
    /** How far a body is trusted about the trade. */
    private static final double BODY_CONFIDENCE = 0.5;

    private final TitleNormaliser normaliser;

    /** @param normaliser reads every sentence */
    public PostReader(TitleNormaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** What the post says; the cleaned title is the title's. */
    public TitleReading read(String rawTitle, String body) {
        TitleReading title = normaliser.read(rawTitle);
        List<TitleReading> all = new ArrayList<>();
        all.add(title);
        SENTENCES
                .splitAsStream(body)
                .filter(sentence -> !sentence.isBlank())
                .limit(MOST_SENTENCES)
                .map(normaliser::read)
                .forEach(all::add);
        Set<Benefit> benefits = EnumSet.noneOf(Benefit.class);
        long certificates = 0;
        for (TitleReading part : all) {
            benefits.addAll(part.benefits());
            certificates |= part.certificates();
        }
        return new TitleReading(
                title.title(),
                trades(all),
                all.stream().map(TitleReading::pay).flatMap(Optional::stream).findFirst(),
                all.stream()
                        .map(TitleReading::settlement)
                        .flatMap(Optional<Settlement>::stream)
                        .findFirst(),
                benefits,
                all.stream()
                        .map(TitleReading::openings)
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty()),
                all.stream().anyMatch(TitleReading::urgent),
                certificates);
    }

    /** The title's; if it names none, those of the first sentence that does. */
    private static List<TradeGuess> trades(List<TitleReading> all) {
        if (!all.getFirst().trades().isEmpty()) {
            return all.getFirst().trades();
        }
        return all.stream()
                .map(TitleReading::trades)
                .filter(trades -> !trades.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(guess -> new TradeGuess(guess.code(), guess.confidence() * BODY_CONFIDENCE))
                .toList();
    }
}
