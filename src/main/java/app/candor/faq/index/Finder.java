package app.candor.faq.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Finds cards. Entries that are hidden from the reader are not in what a search looks at, so
 * neither a result nor a count can betray one.
 */
public final class Finder implements AutoCloseable {
    private static final int LONGEST_QUERY = 200;

    /** With fewer exact hits than this, those with a slip or a word less are added. */
    private static final int FEW = 2;

    private static final int CACHED_FILTERS = 64;
    private static final int CACHE_BYTES = 2 << 20;
    private static final double WRITE_BUFFER_MB = 24;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    public Finder() {
        try {
            writer =
                    new IndexWriter(
                            new ByteBuffersDirectory(),
                            new IndexWriterConfig(new WhitespaceAnalyzer())
                                    .setRAMBufferSizeMB(WRITE_BUFFER_MB));
            searchers = new SearcherManager(writer, new SmallCaches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SmallCaches extends SearcherFactory {
        private final LRUQueryCache filters = new LRUQueryCache(CACHED_FILTERS, CACHE_BYTES);

        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader,
                org.apache.lucene.index.@org.jspecify.annotations.Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(filters);
            return searcher;
        }
    }

    /**
     * Adds an entry that is not in it yet, which is quicker than {@link #put}; found after the next
     * {@link #refresh}.
     */
    public void add(List<Card> cards) {
        change(() -> writer.addDocuments(cards.stream().map(CardDocument::of).toList()));
    }

    /**
     * Adds or replaces an entry; found after the next {@link #refresh}.
     *
     * @param cards all that there are of it
     */
    public void put(String id, List<Card> cards) {
        var documents = cards.stream().map(CardDocument::of).toList();
        change(() -> writer.updateDocuments(new Term(CardDocument.ID, id), documents));
    }

    /** Takes it out; so from the next {@link #refresh} on. */
    public void remove(String id) {
        change(() -> writer.deleteDocuments(new Term(CardDocument.ID, id)));
    }

    /** From now on searches see what was put and removed. */
    public void refresh() {
        change(searchers::maybeRefreshBlocking);
    }

    /** Packs the index after many additions: smaller, and faster to search. Takes seconds. */
    public void pack() {
        change(() -> writer.forceMerge(1));
        refresh();
    }

    /** How many entries it holds. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    public Found find(Wanted wanted, Synonyms synonyms) {
        try {
            var searcher = searchers.acquire();
            try {
                return new Search(searcher, wanted, synonyms).run();
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Search {
        private final IndexSearcher searcher;
        private final Wanted wanted;
        private final Phrasing phrasing;
        private final Query allowed;
        private final Set<Integer> hits = new LinkedHashSet<>();
        private int total;

        Search(IndexSearcher searcher, Wanted wanted, Synonyms synonyms) throws IOException {
            this.searcher = searcher;
            this.wanted = wanted;
            this.phrasing =
                    new Phrasing(
                            clean(wanted.typed()),
                            new Dictionary(searcher.getIndexReader()),
                            synonyms);
            this.allowed = allowed(wanted);
        }

        Found run() throws IOException {
            if (phrasing.isEmpty()) {
                browse();
            } else {
                look();
            }
            var cards = new ArrayList<Card>();
            var stored = searcher.storedFields();
            for (var hit : hits) {
                if (cards.size() < wanted.limit()) {
                    cards.add(CardDocument.read(stored, hit));
                }
            }
            return new Found(cards, Math.max(total, hits.size()), phrasing.stems());
        }

        private void look() throws IOException {
            var strict = searcher.rewrite(phrasing.strict());
            add(strict, true);
            total = add(strict, false);
            if (total < FEW) {
                var forgiving = searcher.rewrite(phrasing.forgiving());
                total = add(forgiving, false);
            }
        }

        private int add(Query words, boolean firstOnly) throws IOException {
            if (firstOnly && wanted.first().isEmpty()) {
                return 0;
            }
            var query = new BooleanQuery.Builder().add(words, Occur.MUST);
            query.add(allowed, Occur.FILTER);
            if (firstOnly) {
                query.add(among(wanted.first()), Occur.FILTER);
            } else {
                query.add(slightlyBetter(), Occur.SHOULD);
            }
            var top =
                    searcher.search(
                            query.build(),
                            new TopScoreDocCollectorManager(wanted.limit(), Found.COUNTED));
            for (var hit : top.scoreDocs) {
                hits.add(hit.doc);
            }
            return (int) Math.min(Found.COUNTED, top.totalHits.value());
        }

        /** Everything, newest first; those of the first incidents, then the evergreen ones. */
        private void browse() throws IOException {
            if (!wanted.first().isEmpty()) {
                browse(wanted.first());
            }
            browse(Set.of(CardDocument.EVERGREEN));
            total = browse(Set.of());
        }

        private int browse(Set<String> incidents) throws IOException {
            if (hits.size() >= wanted.limit() && !incidents.isEmpty()) {
                return 0;
            }
            var query = new BooleanQuery.Builder().add(allowed, Occur.FILTER);
            if (!incidents.isEmpty()) {
                query.add(among(incidents), Occur.FILTER);
            }
            var newest = new Sort(new SortField(CardDocument.AT, SortField.Type.LONG, true));
            var top =
                    searcher.search(
                            query.build(),
                            new TopFieldCollectorManager(newest, wanted.limit(), Found.COUNTED));
            for (var hit : top.scoreDocs) {
                hits.add(hit.doc);
            }
            return (int) Math.min(Found.COUNTED, top.totalHits.value());
        }

        private static Query slightlyBetter() {
            return new BoostQuery(
                    new ConstantScoreQuery(
                            new TermQuery(new Term(CardDocument.INCIDENT, CardDocument.EVERGREEN))),
                    0.5f);
        }

        private static Query allowed(Wanted wanted) {
            var reader = wanted.reader();
            var incidents = new LinkedHashSet<>(reader.incidents());
            incidents.add(CardDocument.EVERGREEN);
            var released =
                    new BooleanQuery.Builder()
                            .add(in(CardDocument.REACH, reader.audiences()), Occur.FILTER)
                            .add(in(CardDocument.OF, reader.incidents()), Occur.MUST_NOT)
                            .build();
            var visible =
                    new BooleanQuery.Builder()
                            .add(in(CardDocument.INCIDENT, incidents), Occur.SHOULD)
                            .add(released, Occur.SHOULD)
                            .build();
            var all = new BooleanQuery.Builder().add(visible, Occur.FILTER);
            var narrowed = wanted.narrowed();
            if (narrowed.usableOnly()) {
                all.add(
                        NumericDocValuesField.newSlowRangeQuery(
                                CardDocument.USABLE,
                                wanted.now().toEpochMilli() + 1,
                                Long.MAX_VALUE),
                        Occur.FILTER);
            }
            if (narrowed.incident() != null) {
                all.add(is(CardDocument.INCIDENT, narrowed.incident()), Occur.FILTER);
            }
            if (narrowed.product() != null) {
                all.add(is(CardDocument.PRODUCT, narrowed.product()), Occur.FILTER);
            }
            if (narrowed.audience() != null) {
                all.add(is(CardDocument.AUDIENCE, narrowed.audience()), Occur.FILTER);
            }
            return new ConstantScoreQuery(all.build());
        }

        /** Whole or as released. */
        private static Query among(Set<String> incidents) {
            return new BooleanQuery.Builder()
                    .add(in(CardDocument.INCIDENT, incidents), Occur.SHOULD)
                    .add(in(CardDocument.OF, incidents), Occur.SHOULD)
                    .build();
        }

        private static Query is(String field, String value) {
            return new TermQuery(new Term(field, value));
        }

        private static Query in(String field, Collection<String> values) {
            return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
        }

        private static String clean(String typed) {
            return typed.substring(0, Math.min(typed.length(), LONGEST_QUERY))
                    .replaceAll("\\p{Cntrl}", " ");
        }
    }

    private interface Io {
        void run() throws IOException;
    }

    private static void change(Io change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
