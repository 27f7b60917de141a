package app.candor.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import org.bson.Document;

/**
 * Times the embedded store over its wire, every write on the disk before it is answered: a page of
 * a log among a million entries, inserts and updates by 1, 8 and 32 threads. The first argument is
 * an empty folder. Prints one JSON object.
 */
public final class StoreSpeed {
    private static final int ENTRIES = Integer.getInteger("candor.bench.entries", 1_000_000);
    private static final int TEXTS = 1_000;
    private static final int PAGES = 2_000;
    private static final int WRITES = 4_000;

    private final MongoCollection<Document> log;
    private final StringBuilder figures = new StringBuilder();

    private StoreSpeed(MongoCollection<Document> log) {
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var server = EmbeddedServer.serve(folder);
        try (var client = MongoClients.create(server.address())) {
            new StoreSpeed(client.getDatabase("bench").getCollection("log")).run();
        }
        server.close();
        System.exit(0);
    }

    private void run() throws Exception {
        log.createIndex(Indexes.ascending("docId", "seq"), new IndexOptions().unique(true));
        long begun = System.nanoTime();
        for (int i = 0; i < ENTRIES; i += 10_000) {
            var batch = new ArrayList<Document>();
            for (int k = i; k < Math.min(i + 10_000, ENTRIES); k++) {
                batch.add(entry("text" + k % TEXTS, k / TEXTS));
            }
            log.insertMany(batch);
        }
        figure("filled_s", (System.nanoTime() - begun) / 1e9);
        pages();
        for (int threads : new int[] {1, 8, 32}) {
            rate("insert", threads, n -> log.insertOne(entry("new" + threads, n)));
            rate(
                    "update",
                    threads,
                    n ->
                            log.updateOne(
                                    Filters.and(
                                            Filters.eq("docId", "text" + n % TEXTS),
                                            Filters.eq("seq", 1)),
                                    Updates.inc("changes", 1)));
        }
        System.out.println("{" + figures.substring(1) + "}");
    }

    private void pages() {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < PAGES; i++) {
            var random = ThreadLocalRandom.current();
            long begun = System.nanoTime();
            var page =
                    log.find(
                                    Filters.and(
                                            Filters.eq("docId", "text" + random.nextInt(TEXTS)),
                                            Filters.gt("seq", random.nextInt(ENTRIES / TEXTS))))
                            .sort(Sorts.ascending("seq"))
                            .limit(50)
                            .into(new ArrayList<>());
            if (page.size() > 50) {
                throw new IllegalStateException("More than asked for");
            }
            if (i >= PAGES / 4) {
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        }
        millis.sort(null);
        figure("range_p50_ms", millis.get(millis.size() / 2));
        figure("range_p99_ms", millis.get(millis.size() * 99 / 100));
    }

    private void rate(String what, int threads, LongConsumer write) throws Exception {
        long begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                long first = thread;
                all.add(
                        pool.submit(() -> {
                            for (long n = first; n < WRITES; n += threads) {
                                write.accept(n);
                            }
                        }));
            }
            for (var one : all) {
                one.get();
            }
        }
        figure(what + "_" + threads + "_per_s", WRITES * 1e9 / (System.nanoTime() - begun));
    }

    private void figure(String name, double value) {
        figures.append(",\"%s\":%.2f".formatted(name, value));
    }

    private static Document entry(String text, long seq) {
        return new Document("docId", text)
                .append("seq", seq)
                .append("clientId", "0123456789abcdef01234567")
                .append("userId", "demo-engineer")
                .append("steps", "[[\"i\"," + seq + ",\"a\"]]")
                .append("filler", "x".repeat(120));
    }
}
