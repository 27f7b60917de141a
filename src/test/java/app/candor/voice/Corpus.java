package app.candor.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Texts written for measuring: clean ones, and ones with marked faults.
 *
 * <p>A text begins with {@code == KIND PHASE MATTER}, what the ledger knows ({@code cause}, {@code
 * raw=no}, {@code start=08:47}), {@code missing=rule} for a part left out, and its subject behind a
 * bar. {@code {{category|words}}} marks a fault, with {@code !} one that has to block.
 */
final class Corpus {
    private static final Pattern MARK = Pattern.compile("\\{\\{(!?)([a-z]+)\\|(.*?)\\}\\}(?!\\})");

    private Corpus() {}

    /** A place where something is wrong. */
    record Fault(Category category, boolean error, int from, int to, String words) {}

    /**
     * @param missing rule that has to say that a part is missing; empty for none
     */
    record Text(String header, String words, Circumstances at, List<Fault> faults, String missing) {
        boolean isClean() {
            return faults.isEmpty() && missing.isEmpty();
        }

        Report judged() {
            return ShippedRules.CHECKER.check(Manuscript.ofLines(words), at);
        }
    }

    static List<Text> read(String name) {
        try (var file = Corpus.class.getResourceAsStream("/voice/" + name)) {
            var all =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^== "))
                    .filter(part -> !part.isBlank())
                    .map(Corpus::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(String part) {
        var end = part.indexOf('\n');
        var header = part.substring(0, end);
        var bar = header.indexOf('|');
        var subject = bar < 0 ? "" : header.substring(bar + 1).strip();
        var said = (bar < 0 ? header : header.substring(0, bar)).strip().split(" ");
        var ledger = new ArrayList<LedgerFact>();
        var missing = "";
        for (var i = 3; i < said.length; i++) {
            var pair = said[i].split("=");
            if (pair[0].equals("missing")) {
                missing = pair[1];
            } else {
                ledger.add(fact(pair[0], pair.length > 1 ? pair[1] : "known"));
            }
        }
        var at =
                Circumstances.of(TextKind.valueOf(said[0]))
                        .at(Phase.valueOf(said[1]), Matter.valueOf(said[2]))
                        .about(subject)
                        .with(ledger, List.of());
        return marked(header, part.substring(end + 1), at, missing);
    }

    private static Text marked(String header, String body, Circumstances at, String missing) {
        var words = new StringBuilder();
        var faults = new ArrayList<Fault>();
        var marks = MARK.matcher(body);
        var from = 0;
        while (marks.find()) {
            words.append(body, from, marks.start());
            var start = words.length();
            words.append(marks.group(3));
            faults.add(
                    new Fault(
                            Category.valueOf(marks.group(2).toUpperCase(Locale.ROOT)),
                            !marks.group(1).isEmpty(),
                            start,
                            words.length(),
                            marks.group(3)));
            from = marks.end();
        }
        words.append(body.substring(from));
        return new Text(header, words.toString(), at, faults, missing);
    }

    static LedgerFact fact(String name, String value) {
        return switch (name) {
            case "raw" -> new LedgerFact("raw-data-lost", "Raw data lost", value, value, "test");
            case "start" -> time("started", value);
            case "end" -> time("ended", value);
            case "detected" -> time("detected", value);
            case "eta" -> time("caught-up-by", value);
            case "count" ->
                    new LedgerFact("affected-count", "Affected", value + " merchants", value, "t");
            case "percent" ->
                    new LedgerFact("affected-percent", "Share", value + "%", value, "test");
            case "delay" ->
                    new LedgerFact("longest-delay", "Longest delay", value + " min", value, "test");
            default -> new LedgerFact(name, name, value, value, "test");
        };
    }

    private static LedgerFact time(String key, String value) {
        return new LedgerFact(
                key, key, "18 Nov 2026, " + value + " UTC", "2026-11-18T" + value + ":00Z", "test");
    }
}
