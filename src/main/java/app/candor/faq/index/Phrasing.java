package app.candor.faq.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What was typed, word by word, each with everything it may stand for: its other forms, what it
 * begins, what was meant by a slip, and what means the same.
 */
final class Phrasing {
    private static final float IN_QUESTION = 4;
    private static final float COMPLETED = 0.9f;
    private static final float SYNONYM = 0.7f;
    private static final float ONE_SLIP = 0.6f;
    private static final float TWO_SLIPS = 0.3f;

    private final Dictionary dictionary;
    private final Synonyms synonyms;
    private final List<Words.Word> words;
    private final Set<String> stems = new HashSet<>();

    Phrasing(String typed, Dictionary dictionary, Synonyms synonyms) {
        this.dictionary = dictionary;
        this.synonyms = synonyms;
        this.words = Words.telling(typed);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Everything that was looked for so far. */
    Set<String> stems() {
        return stems;
    }

    /** Every word has to stand there; slips are looked for in words that stand nowhere. */
    Query strict() throws IOException {
        var all = new BooleanQuery.Builder();
        for (var unit : units(false)) {
            all.add(unit, Occur.MUST);
        }
        return all.build();
    }

    /** One word of two will do, two of three, three of five; and every one may have a slip. */
    Query forgiving() throws IOException {
        var some = new BooleanQuery.Builder();
        var units = units(true);
        units.forEach(unit -> some.add(unit, Occur.SHOULD));
        some.setMinimumNumberShouldMatch((units.size() + 1) / 2);
        return some.build();
    }

    private List<Query> units(boolean slipsEverywhere) throws IOException {
        var units = new ArrayList<Query>();
        var at = 0;
        while (at < words.size()) {
            var length = Math.max(1, synonyms.phraseAt(words, at));
            units.add(
                    unit(
                            words.subList(at, at + length),
                            at + length == words.size(),
                            slipsEverywhere));
            at += length;
        }
        return units;
    }

    private Query unit(List<Words.Word> phrase, boolean last, boolean slipsEverywhere)
            throws IOException {
        var any = new ArrayList<Query>();
        if (phrase.size() == 1) {
            meanings(phrase.getFirst(), last, slipsEverywhere)
                    .forEach((stem, weight) -> addWord(any, stem, weight));
        } else {
            any.add(together(phrase.stream().map(Words.Word::stem).toList(), 1));
        }
        for (var other : synonyms.of(phrase)) {
            any.add(together(other, SYNONYM));
        }
        return any.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(any, 0.1f);
    }

    /** Stems that the word may stand for, with how much each counts. */
    private Map<String, Float> meanings(Words.Word word, boolean last, boolean slips)
            throws IOException {
        var meant = new LinkedHashMap<String, Float>();
        var known = dictionary.knows(word.stem());
        if (known) {
            meant.put(word.stem(), 1f);
        }
        if (last) {
            add(meant, dictionary.completions(word.surface()), COMPLETED);
        }
        if (slips || meant.isEmpty()) {
            add(meant, dictionary.oneSlipAway(word.surface()), ONE_SLIP);
        }
        if (meant.isEmpty() && last) {
            add(meant, dictionary.completionsWithASlip(word.surface()), ONE_SLIP);
        }
        if (meant.isEmpty()) {
            add(meant, dictionary.twoSlipsAway(word.surface()), TWO_SLIPS);
        }
        return meant;
    }

    private static void add(Map<String, Float> meant, List<String> surfaces, float weight) {
        surfaces.forEach(surface -> meant.putIfAbsent(Words.stemOf(surface), weight));
    }

    /** What was hardly meant is looked for in questions alone: there are many such words. */
    private void addWord(List<Query> any, String stem, float weight) {
        stems.add(stem);
        any.add(
                new BoostQuery(
                        new TermQuery(new Term(CardDocument.ASKED, stem)), weight * IN_QUESTION));
        if (weight > ONE_SLIP) {
            any.add(new BoostQuery(new TermQuery(new Term(CardDocument.ANSWER, stem)), weight));
        }
    }

    private Query together(List<String> phrase, float weight) {
        var all = new BooleanQuery.Builder();
        for (var stem : phrase) {
            var either = new ArrayList<Query>();
            addWord(either, stem, weight / phrase.size());
            all.add(new DisjunctionMaxQuery(either, 0.1f), Occur.MUST);
        }
        return all.build();
    }
}
