package app.candor.faq.index;

import app.candor.faq.index.GeneratedLibrary.Query;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How fast a library of 100,000 entries is indexed and searched, and how often the right entry is
 * among the first three although one letter is wrong. Prints one JSON object.
 */
final class FaqSpeed {
    private static final int ENTRIES = 100_000;
    private static final int QUERIES = 1_000;
    private static final int TYPED = 100;
    private static final Set<String> OPEN = Set.of("incident-1", "incident-2", "incident-3");
    private static final Set<String> READABLE =
            IntStream.range(0, 400).mapToObj(i -> "incident-" + i).collect(Collectors.toSet());

    private FaqSpeed() {}

    public static void main(String[] args) throws Exception {
        var seed = Long.parseLong(args[0]);
        System.err.println("Seed " + seed);
        var small = new GeneratedLibrary(seed, 1_000);
        double top1k;
        try (var finder = new Finder()) {
            small.cards().forEach(card -> finder.put(card.id(), List.of(card)));
            finder.refresh();
            top1k = top3(finder, small.queriesWithOneSlip(QUERIES));
        }
        var library = new GeneratedLibrary(seed, ENTRIES);
        var queries = library.queriesWithOneSlip(QUERIES);
        var few = library.shortQueriesWithOneSlip(QUERIES);
        var before = heap();
        try (var finder = new Finder()) {
            var begun = System.nanoTime();
            library.cards().forEach(card -> finder.add(List.of(card)));
            finder.pack();
            var built = (System.nanoTime() - begun) / 1e9;
            keyPresses(finder, queries.subList(0, TYPED));
            var heap = (heap() - before) / 1048576.0;
            var cpu = keyPresses(finder, queries.subList(TYPED, 3 * TYPED));
            var top100k = top3(finder, queries);
            System.out.printf(
                    Locale.ROOT,
                    "{\"build_s\":%.2f,\"heap_mb\":%.1f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"top3_1k\":%.4f,"
                            + "\"top3_100k\":%.4f,\"top3_100k_few_words\":%.4f,"
                            + "\"best_possible\":%.4f,\"best_possible_few_words\":%.4f,\"entries\":%d,\"key_presses\":%d,\"seed\":%d}%n",
                    built,
                    heap,
                    cpu[cpu.length / 2],
                    cpu[(int) (cpu.length * 0.99)],
                    top1k,
                    top100k,
                    top3(finder, few),
                    bestPossible(queries),
                    bestPossible(few),
                    ENTRIES,
                    cpu.length,
                    seed);
        }
    }

    /** Share of queries whose entry is among the first three. */
    static double top3(Finder finder, List<Query> queries) {
        var hits =
                queries.stream()
                        .filter(query ->
                                find(finder, query.words(), 3).cards().stream()
                                        .anyMatch(card -> card.id().equals(query.meant())))
                        .count();
        return (double) hits / queries.size();
    }

    /** What a ranking would reach that puts only entries with all the words meant at the top. */
    private static double bestPossible(List<Query> queries) {
        return queries.stream().mapToDouble(query -> Math.min(1, 3.0 / query.alike())).sum()
                / queries.size();
    }

    /** CPU time of a search after every letter from the second on, in ms, sorted. */
    private static double[] keyPresses(Finder finder, List<Query> queries) {
        var threads = ManagementFactory.getThreadMXBean();
        return queries.stream()
                .flatMap(query ->
                        IntStream.rangeClosed(2, query.words().length())
                                .mapToObj(end -> query.words().substring(0, end)))
                .mapToDouble(typed -> {
                    var begun = threads.getCurrentThreadCpuTime();
                    find(finder, typed, 40);
                    return (threads.getCurrentThreadCpuTime() - begun) / 1e6;
                })
                .sorted()
                .toArray();
    }

    private static Found find(Finder finder, String typed, int limit) {
        return finder.find(
                new Wanted(
                        typed,
                        new Wanted.Reader(Set.of("CUSTOMER_SUCCESS"), READABLE),
                        OPEN,
                        Wanted.Narrowed.NOT,
                        limit,
                        Instant.ofEpochSecond(1_800_000_000L)),
                Synonyms.NONE);
    }

    private static long heap() {
        for (var i = 0; i < 4; i++) {
            System.gc();
        }
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return memory.getUsed();
    }
}
