package app.candor.voice;

import app.candor.voice.Finding.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges texts by one rulebook. Safe for many threads; remembers what it found in a passage, so
 * that a passage that did not change is not looked at again.
 */
public final class Checker {
    private static final int REMEMBERED = 4_000;
    private static final int LONGEST_PROSE = 60_000;
    private static final int LONGEST_PASSAGE = 12_000;
    private static final Pattern PROMPT = Pattern.compile("\\[\\[.{0,200}?]]");

    private final Rulebook book;
    private final List<Detector> detectors;
    private final @Nullable Pattern allowed;
    private final AtomicLong looked = new AtomicLong();
    private final Map<Key, List<Hit>> remembered =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, List<Hit>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public Checker(Rulebook book) {
        this.book = book;
        var all = new ArrayList<>(book.rules());
        all.addAll(CompanyRules.of(book.company()));
        this.detectors = all.stream().map(Detector::new).toList();
        this.allowed =
                book.company().allow().isEmpty() ? null : Phrase.compile(book.company().allow());
    }

    public Rulebook book() {
        return book;
    }

    /** How many passages were looked at since it was made; those remembered do not count. */
    public long passagesLookedAt() {
        return looked.get();
    }

    /** Everything that its rules mind, in reading order. */
    public Report check(Manuscript text, Circumstances at) {
        var findings = new ArrayList<Finding>();
        var seen = new HashMap<String, Integer>();
        var prose = text.passages().stream().mapToInt(passage -> passage.words().length()).sum();
        var zoned = Zones.namedOnce(prose > LONGEST_PROSE ? "" : text.words());
        for (var passage : withSubject(text, at)) {
            for (var hit : hits(passage, at, zoned, prose > LONGEST_PROSE)) {
                var rule = hit.rule();
                if (seen.merge(rule.id(), 1, Integer::sum) > rule.free()) {
                    findings.add(finding(rule, passage, hit));
                }
            }
        }
        var whole = new WholeText(book, detectors, text, at);
        if (prose <= LONGEST_PROSE) {
            findings.addAll(whole.findings());
        } else {
            whole.tooLong().ifPresent(findings::add);
        }
        findings.sort(
                Comparator.comparing(Finding::place, Comparator.comparingInt(Checker::order))
                        .thenComparingInt(Finding::from)
                        .thenComparing(Finding::weight, Comparator.reverseOrder()));
        return new Report(findings, whole.measures(prose <= LONGEST_PROSE));
    }

    private static int order(Place place) {
        return place == Place.SUBJECT ? 0 : place == Place.TEXT ? 1 : 2;
    }

    private static List<Passage> withSubject(Manuscript text, Circumstances at) {
        if (at.subject().isBlank()) {
            return text.passages();
        }
        var all = new ArrayList<Passage>();
        all.add(new Passage(Passage.Kind.SUBJECT, at.subject(), List.of()));
        all.addAll(text.passages());
        return all;
    }

    private record Key(
            Passage.Kind kind,
            String words,
            List<Integer> tokens,
            TextKind text,
            Phase phase,
            Matter matter,
            int known,
            boolean zoned,
            boolean onlySafety) {}

    /** A place in a passage, and the rule that minds it. */
    record Hit(Rule rule, Span span, Span sentence) {}

    private List<Hit> hits(Passage passage, Circumstances at, boolean zoned, boolean tooLong) {
        var onlySafety =
                tooLong || !passage.kind().isProse() || passage.words().length() > LONGEST_PASSAGE;
        var key =
                new Key(
                        passage.kind(),
                        passage.words(),
                        tokens(passage),
                        at.kind(),
                        at.phase(),
                        at.matter(),
                        known(at),
                        zoned,
                        onlySafety);
        synchronized (remembered) {
            var before = remembered.get(key);
            if (before != null) {
                return before;
            }
        }
        looked.incrementAndGet();
        var hits = look(passage, at, zoned, onlySafety);
        synchronized (remembered) {
            remembered.put(key, hits);
        }
        return hits;
    }

    private static List<Integer> tokens(Passage passage) {
        var tokens = new ArrayList<Integer>();
        for (var run : passage.runs()) {
            if (run.token()) {
                tokens.add(run.start());
                tokens.add(run.length());
            }
        }
        return tokens;
    }

    private static int known(Circumstances at) {
        var bits = 0;
        for (var when : Rule.When.values()) {
            bits = bits * 2 + (when.holds(at) ? 1 : 0);
        }
        return bits;
    }

    private List<Hit> look(Passage passage, Circumstances at, boolean zoned, boolean onlySafety) {
        var sentences =
                onlySafety
                        ? List.of(new Span(0, passage.words().length()))
                        : Sentences.of(passage.words());
        var prompts = spans(PROMPT, passage.words());
        var excused =
                allowed == null || onlySafety ? List.<Span>of() : spans(allowed, passage.words());
        var hits = new ArrayList<Hit>();
        for (var detector : detectors) {
            var rule = detector.rule();
            if (!detector.isLocal() || !rule.isFor(at) || onlySafety && !isSafety(rule)) {
                continue;
            }
            for (var span : find(detector, passage, sentences, zoned)) {
                var outside = rule.category() != Category.PLACEHOLDER && inside(prompts, span);
                var named = isStyle(rule) && inside(excused, span);
                if (!outside && !named && !passage.isToken(span.from(), span.to())) {
                    hits.add(
                            new Hit(
                                    rule,
                                    span,
                                    Sentences.at(sentences, span.from(), passage.words())));
                }
            }
        }
        return withoutEchoes(hits);
    }

    private List<Span> find(
            Detector detector, Passage passage, List<Span> sentences, boolean zoned) {
        try {
            return detector.find(passage, sentences, book.company(), zoned);
        } catch (Patience.Exhausted | StackOverflowError gaveUp) {
            // A rule that cannot tell does not let the passage pass.
            return List.of(new Span(0, passage.words().length()));
        }
    }

    /** One place is minded once for one reason: the heavier rule of a category wins. */
    private static List<Hit> withoutEchoes(List<Hit> hits) {
        var kept = new ArrayList<Hit>();
        for (var hit : hits) {
            var echo =
                    hits.stream()
                            .anyMatch(other ->
                                    other != hit
                                            && other.rule().category() == hit.rule().category()
                                            && other.rule().free() == hit.rule().free()
                                            && covers(other, hit)
                                            && (heavier(other, hit)
                                                    || hits.indexOf(other) < hits.indexOf(hit)
                                                            && !heavier(hit, other)));
            if (!echo) {
                kept.add(hit);
            }
        }
        kept.sort(Comparator.comparingInt(hit -> hit.span().from()));
        return List.copyOf(kept);
    }

    private static boolean covers(Hit one, Hit other) {
        return one.span().from() < other.span().to() && other.span().from() < one.span().to();
    }

    private static boolean heavier(Hit one, Hit other) {
        return one.rule().weight().compareTo(other.rule().weight()) > 0;
    }

    private static boolean isSafety(Rule rule) {
        return rule.category() == Category.PERSONAL
                || rule.category() == Category.SECRET
                || rule.category() == Category.PLACEHOLDER;
    }

    private static boolean isStyle(Rule rule) {
        return !rule.weight().blocks() || rule.category() == Category.INTERNAL;
    }

    private static boolean inside(List<Span> spans, Span span) {
        return spans.stream().anyMatch(one -> one.from() <= span.from() && span.to() <= one.to());
    }

    private static List<Span> spans(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    private static Finding finding(Rule rule, Passage passage, Hit hit) {
        var subject = passage.kind() == Passage.Kind.SUBJECT;
        return Findings.of(
                rule,
                subject ? Place.SUBJECT : Place.TEXT,
                passage,
                hit.span(),
                hit.sentence().of(passage.words()),
                null);
    }
}
