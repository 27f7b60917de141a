package app.candor.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index in memory over questions, their other wordings and answers. Stems words, completes the
 * last one and forgives one slip in words of four letters or more, two in those of eight.
 */
final class Finder implements AutoCloseable {
    private static final String ID = "id";
    private static final List<Weighted> FIELDS =
            List.of(
                    new Weighted("question", 4),
                    new Weighted("wordings", 3),
                    new Weighted("answer", 1));
    private static final int LONGEST_QUERY = 200;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private record Weighted(String field, float boost) {}

    Finder() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds or replaces; found from the next search on. */
    void put(Entry entry) {
        var document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.YES));
        document.add(new TextField("question", entry.question(), Field.Store.NO));
        document.add(
                new TextField("wordings", String.join(" \n", entry.wordings()), Field.Store.NO));
        var answer = entry.answer();
        document.add(new TextField("answer", answer == null ? "" : answer.plain(), Field.Store.NO));
        try {
            writer.updateDocument(new Term(ID, entry.id()), document);
            searchers.maybeRefresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ids of entries, best first; all of them for an empty query.
     *
     * @param typed what stands in the field; control characters count as spaces, and what goes over
     *     200 characters is left out
     * @param limit at most this many
     */
    List<String> find(String typed, int limit) {
        try {
            var searcher = searchers.acquire();
            try {
                var found = new ArrayList<String>();
                var stored = searcher.storedFields();
                for (var hit : searcher.search(query(typed), limit).scoreDocs) {
                    found.add(stored.document(hit.doc, Set.of(ID)).get(ID));
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(String typed) throws IOException {
        var words = words(typed);
        if (words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var all = new BooleanQuery.Builder();
        for (var i = 0; i < words.size(); i++) {
            all.add(word(words.get(i), i == words.size() - 1), Occur.SHOULD);
        }
        all.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(words.size() * 0.6)));
        return all.build();
    }

    private static Query word(String word, boolean last) {
        var any = new BooleanQuery.Builder();
        for (var weighted : FIELDS) {
            var term = new Term(weighted.field(), word);
            any.add(boosted(new TermQuery(term), weighted.boost() * 2), Occur.SHOULD);
            if (last && word.length() > 1) {
                any.add(boosted(new PrefixQuery(term), weighted.boost()), Occur.SHOULD);
            }
            if (word.length() >= 4) {
                var slips = word.length() >= 8 ? 2 : 1;
                any.add(
                        boosted(new FuzzyQuery(term, slips, 1), weighted.boost() * 0.5f),
                        Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    private List<String> words(String typed) throws IOException {
        var text =
                typed.substring(0, Math.min(typed.length(), LONGEST_QUERY))
                        .replaceAll("\\p{Cntrl}", " ");
        var words = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream("question", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        analyzer.close();
    }
}
