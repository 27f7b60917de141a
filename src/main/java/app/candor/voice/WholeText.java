package app.candor.voice;

import app.candor.voice.Consistency.Contradiction;
import app.candor.voice.Finding.Place;
import app.candor.voice.Report.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can only be said of a text as a whole: its parts, its length, what it claims. */
final class WholeText {
    private final Rulebook book;
    private final List<Rule> rules;
    private final Manuscript text;
    private final Circumstances at;
    private final List<String> sentences;
    private final int words;
    private final int grade;

    WholeText(Rulebook book, List<Detector> detectors, Manuscript text, Circumstances at) {
        this.book = book;
        this.text = text;
        this.at = at;
        this.rules =
                detectors.stream()
                        .filter(detector -> !detector.isLocal())
                        .map(Detector::rule)
                        .filter(rule -> rule.isFor(at))
                        .toList();
        this.sentences =
                text.passages().stream()
                        .filter(passage ->
                                passage.kind() == Passage.Kind.PARAGRAPH
                                        || passage.kind() == Passage.Kind.ITEM)
                        .flatMap(passage ->
                                Sentences.of(passage.words()).stream()
                                        .map(span -> span.of(passage.words())))
                        .toList();
        this.words =
                text.passages().stream()
                        .mapToInt(passage -> Readability.words(passage.words()))
                        .sum();
        this.grade = Readability.grade(sentences);
    }

    List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var claims = ClaimReader.of(text, book.company());
        for (var rule : rules) {
            switch (String.valueOf(rule.check())) {
                case Checks.LEDGER -> found.addAll(shown(rule, Consistency.withLedger(claims, at)));
                case Checks.SIBLING ->
                        found.addAll(
                                shown(rule, Consistency.withSiblings(claims, at, book.company())));
                case Checks.UNREADABLE -> {}
                default -> {
                    if (isBroken(rule)) {
                        found.add(Findings.ofWhole(rule));
                    }
                }
            }
        }
        return found;
    }

    /** A text of which only what must not leave was looked for. */
    Optional<Finding> tooLong() {
        return rules.stream()
                .filter(rule -> Checks.UNREADABLE.equals(rule.check()))
                .findFirst()
                .map(Findings::ofWhole);
    }

    Measures measures(boolean whole) {
        var parts = rules.stream().filter(WholeText::isPart).toList();
        var there = whole ? (int) parts.stream().filter(part -> !isBroken(part)).count() : 0;
        return new Measures(
                words,
                rules.stream()
                        .filter(rule -> Checks.TEXT_WORDS.equals(rule.check()))
                        .mapToInt(Rule::most)
                        .min()
                        .orElse(0),
                grade,
                sentences.stream().mapToInt(Readability::words).max().orElse(0),
                there,
                parts.size());
    }

    private boolean isBroken(Rule rule) {
        var check = String.valueOf(rule.check());
        return switch (check) {
            case Checks.TEXT_WORDS -> words > rule.most();
            case Checks.GRADE -> grade > rule.most();
            case Checks.FIRST_SENTENCE ->
                    !sentences.isEmpty()
                            && !FirstSentence.answers(at.subject(), sentences.getFirst());
            case Checks.PART + "workaround" ->
                    at.knows("workaround") && !Parts.has("workaround", text);
            case Checks.PART + "catch-up" ->
                    at.knows("caught-up-by") && !Parts.has("catch-up", text);
            default -> isPart(rule) && !Parts.has(check.substring(Checks.PART.length()), text);
        };
    }

    private static boolean isPart(Rule rule) {
        return String.valueOf(rule.check()).startsWith(Checks.PART);
    }

    private static List<Finding> shown(Rule rule, List<Contradiction> contradictions) {
        return contradictions.stream()
                .map(one -> {
                    var claim = one.claim();
                    var words = claim.passage().words();
                    var sentence = Sentences.at(Sentences.of(words), claim.span().from(), words);
                    return Findings.of(
                            rule,
                            Place.TEXT,
                            claim.passage(),
                            claim.span(),
                            sentence.of(words),
                            one.beside());
                })
                .toList();
    }
}
