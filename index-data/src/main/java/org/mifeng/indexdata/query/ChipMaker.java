package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.query.Chip.Mark;
import org.mifeng.indexdata.query.Chip.Recognition;
import org.mifeng.indexdata.query.Chip.Span;
import org.mifeng.indexdata.query.Correction.Corrected;
import org.mifeng.indexdata.query.Correction.Fix;
import org.mifeng.indexdata.query.Meaning.Sign;
import org.mifeng.indexdata.query.QueryScan.Token;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.title.NameEnd;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TradeGuess;

/** Makes chips of the tokens of one query. */
final class ChipMaker {
    /** A guess below this is what the title normaliser fills its list with. */
    private static final double WORTH_A_THOUGHT = 0.1;
    /** What is not wanted must be meant, not guessed. */
    private static final double MEANT = 0.3;

    private final QueryVocabulary vocabulary;
    private final TitleNormaliser normaliser;
    private final QueryText text;
    private final List<Token> tokens;
    private final List<Fix> fixes;
    private final List<Chip> chips = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int lastEnd;

    private final Negation negation = new Negation();
    /** Whether what comes next is asked for by the job, if it is a certificate. */
    private boolean demanded;

    ChipMaker(QueryVocabulary vocabulary, TitleNormaliser normaliser, Corrected query, List<Token> tokens) {
        this.vocabulary = vocabulary;
        this.normaliser = normaliser;
        this.text = query.text();
        this.fixes = query.fixes();
        this.tokens = tokens;
    }

    List<Chip> chips() {
        for (int at = 0; at < tokens.size(); ) {
            Token token = tokens.get(at);
            if (token.meaning() instanceof Meaning.Name || token.meaning() == Sign.UNKNOWN) {
                int end = endOfRun(at);
                run(tokens.subList(at, end));
                at = end;
            } else {
                one(token);
                at++;
            }
            demanded = token.meaning() == Sign.DEMAND;
        }
        return PlaceAndDistance.merged(chips);
    }

    /** Where the names and unknown words that may explain each other end. */
    private int endOfRun(int start) {
        int end = start + 1;
        for (int at = start; at < tokens.size(); at++) {
            Meaning meaning = tokens.get(at).meaning();
            if (meaning instanceof Meaning.Name || meaning == Sign.UNKNOWN) {
                end = at + 1;
            } else if (!(meaning == Sign.OF || (meaning == Sign.SPACE && !negation.isOpen()))
                    || (meaning == Sign.OF && negation.isOpen())) {
                break;
            }
        }
        return end;
    }

    private void run(List<Token> run) {
        List<Token> group = new ArrayList<>();
        boolean head = false;
        for (Token token : run) {
            boolean isHead = token.meaning() instanceof Meaning.Name name && name.head();
            boolean apart = isHead && head && ((isPerson(group) && isPerson(List.of(token))) || hasSpace(group));
            if (apart) {
                group(group);
                group = new ArrayList<>();
            }
            head = (head && !apart) || isHead;
            group.add(token);
        }
        group(group);
    }

    private boolean isPerson(List<Token> group) {
        return NameEnd.isPerson(group.getLast().in(text.text()));
    }

    private static boolean hasSpace(List<Token> group) {
        return group.stream().anyMatch(token -> token.meaning() == Sign.SPACE);
    }

    /** Names and words that say one thing together: a trade, and words around it. */
    private void group(List<Token> group) {
        int first = -1;
        int last = -1;
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < group.size(); i++) {
            Token token = group.get(i);
            if (token.meaning() instanceof Meaning.Name) {
                first = first < 0 ? i : first;
                last = i;
            }
            said.append(token.meaning() == Sign.OF ? "" : token.in(text.text()));
        }
        List<TradeGuess> guesses = guesses(group, said.toString());
        if (guesses.isEmpty()) {
            words(group);
            return;
        }
        words(group.subList(0, first));
        trade(group.subList(first, last + 1), guesses);
        words(group.subList(last + 1, group.size()));
    }

    /** What the names of a group say; if they are vague and words stand beside them, what all of it looks like. */
    private List<TradeGuess> guesses(List<Token> group, String said) {
        boolean named = false;
        boolean head = false;
        boolean unknown = false;
        for (Token token : group) {
            named |= token.meaning() instanceof Meaning.Name;
            head |= token.meaning() instanceof Meaning.Name name && name.head();
            unknown |= token.meaning() == Sign.UNKNOWN;
        }
        if (!named) {
            return List.of();
        }
        if (group.size() == 1 && group.getFirst().meaning() instanceof Meaning.Name name) {
            return worthAThought(name.alone());
        }
        boolean clear = head || !unknown;
        List<TradeGuess> guesses =
                clear ? normaliser.tradesSaid(said) : normaliser.read(said).trades();
        return worthAThought(guesses);
    }

    private static List<TradeGuess> worthAThought(List<TradeGuess> guesses) {
        int worth = 0;
        while (worth < guesses.size() && guesses.get(worth).confidence() >= WORTH_A_THOUGHT) {
            worth++;
        }
        return guesses.subList(0, worth);
    }

    private void trade(List<Token> names, List<TradeGuess> guesses) {
        Token whole = new Token(names.getFirst().from(), names.getLast().to(), Sign.UNKNOWN);
        boolean negated = negation.reaches(Chip.Trade.class);
        Set<String> sectors = negated ? vocabulary.sectors(whole.in(text.text())) : Set.of();
        List<Chip.Weighted> occupations = new ArrayList<>();
        Fix fix = fix(whole);
        if (!sectors.isEmpty()) {
            occupations.addAll(inSectors(sectors));
        } else if (fix != null && fix.odds().size() > 1) {
            fix.odds().forEach((trade, odds) -> {
                if (odds >= WORTH_A_THOUGHT || occupations.isEmpty()) {
                    occupations.add(new Chip.Weighted(
                            Occupations.tree().trades().get(trade).code(), odds));
                }
            });
        } else {
            for (TradeGuess guess : guesses) {
                if (!negated || guess.confidence() >= MEANT || occupations.isEmpty()) {
                    occupations.add(new Chip.Weighted(guess.code(), guess.confidence()));
                }
            }
        }
        add(whole, "trade", name(names), negated, mark -> new Chip.Trade(mark, name(names), occupations));
    }

    private String name(List<Token> names) {
        StringBuilder name = new StringBuilder();
        names.forEach(token -> name.append(token.meaning() == Sign.OF ? "" : token.in(text.text())));
        return name.toString();
    }

    private static List<Chip.Weighted> inSectors(Set<String> sectors) {
        return Occupations.all().stream()
                .filter(occupation -> sectors.contains(occupation.sector()))
                .map(Occupation::code)
                .map(code -> new Chip.Weighted(code, 1))
                .toList();
    }

    /** Unknown words side by side are one word; single characters say too little. */
    private void words(List<Token> group) {
        int start = -1;
        int end = -1;
        for (Token token : group) {
            if (token.meaning() != Sign.UNKNOWN) {
                continue;
            }
            if (start >= 0 && token.from() != end) {
                word(start, end);
                start = -1;
            }
            start = start < 0 ? token.from() : start;
            end = token.to();
        }
        if (start >= 0) {
            word(start, end);
        }
    }

    private void word(int from, int to) {
        boolean only = from == 0 && to == text.text().length();
        if (to - from > 1 || only) {
            plain(new Token(from, to, Sign.UNKNOWN));
        }
    }

    private void plain(Token token) {
        String word = token.in(text.text());
        Set<String> sectors = vocabulary.sectors(word);
        if (!sectors.isEmpty() && negation.reaches(Chip.Trade.class)) {
            add(token, "trade", word, true, mark -> new Chip.Trade(mark, word, inSectors(sectors)));
        } else if (negation.sparesWords()) {
            negation.end();
        } else if (word.length() > 1 || token.meaning() == Sign.UNKNOWN) {
            add(token, "word", word, negation.reaches(Chip.Word.class), mark -> new Chip.Word(mark, word));
        }
    }

    private void one(Token token) {
        String said = token.in(text.text());
        switch (token.meaning()) {
            case Meaning.Certified certified -> certificate(token, said, certified.certificates());
            case Meaning.Located place ->
                add(
                        token,
                        "place",
                        place.name(),
                        negation.reaches(Chip.Place.class),
                        mark -> new Chip.Place(mark, place.name(), Set.copyOf(place.towns())));
            case Meaning.Settled settled ->
                add(
                        token,
                        "settlement",
                        said,
                        negation.reaches(Chip.Paid.class),
                        mark -> new Chip.Paid(mark, settled.settlement()));
            case Meaning.Gives gives ->
                add(
                        token,
                        "benefit",
                        said,
                        negation.reaches(Chip.Given.class),
                        mark -> new Chip.Given(mark, gives.benefits()));
            case Meaning.Timed timed ->
                add(
                        token,
                        "slot",
                        said,
                        negation.reaches(Chip.Slot.class),
                        mark -> new Chip.Slot(mark, timed.slots(), timed.daysAhead()));
            case Meaning.Close close -> {
                negation.end();
                String label = close.said() ? Labels.distance(close.metres()) : said;
                add(token, "near", label, false, mark -> new Chip.Near(mark, close.metres()));
            }
            case Meaning.Pays pays -> {
                negation.end();
                String label = Labels.pay(pays);
                add(token, "pay", label, false, mark -> new Chip.Pay(mark, pays.fen(), pays.unit()));
            }
            case Meaning.Refused refused ->
                add(token, "word", refused.word(), true, mark -> new Chip.Word(mark, refused.word()));
            case Meaning.Name name -> throw new IllegalStateException("names are read in runs");
            case Sign sign -> sign(sign, token);
        }
    }

    private void certificate(Token token, String said, long certificates) {
        boolean negated = negation.reaches(Chip.Demanded.class);
        if (negated || (demanded && certificates != 0)) {
            String name = certificates == 0 ? "证" : said;
            add(token, "certificate", name, negated, mark -> new Chip.Demanded(mark, certificates));
        } else if (certificates != 0) {
            add(token, "held", said, false, mark -> new Chip.Held(mark, certificates));
        }
    }

    private void sign(Sign sign, Token token) {
        switch (sign) {
            case NOT, NO, LACK -> negation.begin(sign);
            case BUT, STOP, LONG_NUMBER -> negation.end();
            case FILLER, DEMAND, OF, SPACE -> negation.pause();
            case AND -> {}
            case SOON ->
                add(
                        token,
                        "urgent",
                        token.in(text.text()),
                        negation.reaches(Chip.Urgent.class),
                        mark -> new Chip.Urgent(mark));
            case PLAIN, UNKNOWN -> plain(token);
        }
    }

    private interface Maker {
        Chip make(Mark mark);
    }

    private void add(Token token, String kind, String label, boolean negated, Maker maker) {
        Span span = text.span(token.from(), token.to());
        Fix fix = fix(token);
        String key = (negated ? "!" : "") + kind + ":" + label;
        if (span.from() >= lastEnd && keys.add(key)) {
            lastEnd = span.to();
            chips.add(maker.make(new Mark(
                    key,
                    Labels.of(kind, label, negated),
                    span,
                    fix == null ? Recognition.EXACT : fix.recognition(),
                    negated)));
        }
    }

    private @Nullable Fix fix(Token token) {
        for (Fix fix : fixes) {
            if (fix.from() < token.to() && token.from() < fix.to()) {
                return fix;
            }
        }
        return null;
    }
}
