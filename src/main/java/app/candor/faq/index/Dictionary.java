package app.candor.faq.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** The words that stand in the index: completes what is typed and finds what was meant. */
final class Dictionary {
    private static final int LOOKED_AT = 400;
    private static final int KEPT = 8;
    private static final int TWO_SLIPS_FROM = 8;
    private static final int ONE_SLIP_FROM = 4;

    private final IndexReader reader;
    private final @Nullable Terms surfaces;

    /** A word of the index with how many entries have it. */
    private record Known(String word, int entries) {}

    Dictionary(IndexReader reader) throws IOException {
        this.reader = reader;
        this.surfaces = MultiTerms.getTerms(reader, CardDocument.SURFACES);
    }

    /** Whether some form of it stands anywhere. */
    boolean knows(String stem) throws IOException {
        return reader.docFreq(new Term(CardDocument.ASKED, stem)) > 0
                || reader.docFreq(new Term(CardDocument.ANSWER, stem)) > 0;
    }

    /** The most frequent words that begin so. */
    List<String> completions(String start) throws IOException {
        if (surfaces == null) {
            return List.of();
        }
        var terms = surfaces.iterator();
        var prefix = new BytesRef(start);
        var found = new ArrayList<Known>();
        var status = terms.seekCeil(prefix);
        while (status != TermsEnum.SeekStatus.END
                && found.size() < LOOKED_AT
                && StringHelper.startsWith(terms.term(), prefix)) {
            found.add(new Known(terms.term().utf8ToString(), terms.docFreq()));
            if (terms.next() == null) {
                break;
            }
        }
        return mostFrequent(found);
    }

    /** Words one letter away: one more, one less, another one, or two neighbours swapped. */
    List<String> oneSlipAway(String word) throws IOException {
        return word.length() < ONE_SLIP_FROM ? List.of() : within(word, 1, false);
    }

    /** Words two letters away, for long ones; for others none. */
    List<String> twoSlipsAway(String word) throws IOException {
        return word.length() < TWO_SLIPS_FROM ? List.of() : within(word, 2, false);
    }

    /** Words whose beginning is one letter away. */
    List<String> completionsWithASlip(String start) throws IOException {
        return start.length() < ONE_SLIP_FROM ? List.of() : within(start, 1, true);
    }

    private List<String> within(String word, int slips, boolean goingOn) throws IOException {
        if (surfaces == null) {
            return List.of();
        }
        var near = new LevenshteinAutomata(word, true).toAutomaton(slips);
        var wanted =
                goingOn
                        ? Operations.determinize(
                                Operations.concatenate(List.of(near, Automata.makeAnyString())),
                                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)
                        : near;
        var terms = surfaces.intersect(new CompiledAutomaton(wanted, false, true), null);
        var found = new ArrayList<Known>();
        while (found.size() < LOOKED_AT && terms.next() != null) {
            found.add(new Known(terms.term().utf8ToString(), terms.docFreq()));
        }
        return mostFrequent(found);
    }

    private static List<String> mostFrequent(List<Known> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Known::entries).reversed())
                .limit(KEPT)
                .map(Known::word)
                .toList();
    }
}
