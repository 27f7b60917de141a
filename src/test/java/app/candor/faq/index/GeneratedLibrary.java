package app.candor.faq.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A library as a company of integrations would have after years: questions about what happens to
 * which things of which integration, where and when, with other wordings and an answer. The same
 * seed makes the same library and the same queries.
 */
final class GeneratedLibrary {
    private static final String[] HAPPENS = {
        "arrive late",
        "get lost",
        "show twice",
        "stay pending",
        "fail to import",
        "disappear",
        "stop syncing",
        "show the wrong total",
        "get rejected",
        "time out",
        "lose their labels",
        "miss the address",
        "skip the approval",
        "keep the old price",
        "ignore the discount",
        "lack a tracking number",
        "get split",
        "merge by mistake",
        "load slowly",
        "refuse to close",
        "reopen alone",
        "arrive empty",
        "carry the wrong currency",
        "miss the tax",
        "bounce back",
        "queue overnight",
        "trigger a warning",
        "change their owner",
        "forget the language",
        "print blank"
    };
    private static final String[] THINGS = {
        "orders",
        "invoices",
        "refunds",
        "shipments",
        "labels",
        "returns",
        "payouts",
        "catalogues",
        "discounts",
        "customers",
        "subscriptions",
        "webhooks",
        "reports",
        "exports",
        "imports",
        "warehouses",
        "stock levels",
        "bundles",
        "gift cards",
        "coupons",
        "tax rates",
        "carts",
        "checkouts",
        "payments",
        "chargebacks",
        "disputes",
        "vouchers",
        "quotations",
        "contracts",
        "suppliers",
        "deliveries",
        "parcels",
        "pickups",
        "timesheets",
        "templates",
        "dashboards",
        "alerts",
        "notifications",
        "permissions",
        "attachments",
        "comments",
        "signatures",
        "audits",
        "backups",
        "archives",
        "translations",
        "locations",
        "registers",
        "terminals",
        "receipts"
    };
    private static final String[] PLACES = {
        "Germany", "Spain", "Portugal", "Norway", "Denmark", "Poland", "Austria", "Belgium",
        "Ireland", "Canada", "Mexico", "Brazil", "Chile", "Japan", "Korea", "Singapore",
        "Australia", "Iceland", "Finland", "Sweden", "Italy", "Greece", "Croatia", "Hungary",
        "Romania", "Turkey", "Egypt", "Kenya", "Ghana", "Morocco"
    };
    private static final String[] TIMES = {
        "overnight",
        "on weekends",
        "after midnight",
        "since Monday",
        "during checkout",
        "after the upgrade",
        "at month end",
        "before invoicing",
        "while offline",
        "after a password reset",
        "on mobile",
        "in the sandbox",
        "after migration",
        "during maintenance",
        "in bulk edits"
    };
    private static final String[] ONSETS = {
        "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p",
        "pr", "qu", "r", "s", "st", "t", "tr", "v", "w", "z"
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou"};
    private static final String[] CODAS = {"", "l", "n", "r", "s", "nd", "rt", "x", "lm", "ck"};
    private static final String[] ENDINGS = {"pay", "desk", "ship", "hub", "flow", "base", "ly"};
    private static final int INTEGRATIONS = 2_500;
    private static final int CLOSED_INCIDENTS = 400;

    private final Random random;
    private final String[] integrations = new String[INTEGRATIONS];
    private final List<Card> cards = new ArrayList<>();
    private final Map<String, BitSet> byStem = new HashMap<>();

    GeneratedLibrary(long seed, int entries) {
        this.random = new Random(seed);
        for (var i = 0; i < INTEGRATIONS; i++) {
            integrations[i] = name();
        }
        for (var i = 0; i < entries; i++) {
            cards.add(card(i));
        }
    }

    List<Card> cards() {
        return cards;
    }

    /**
     * What somebody types who looks for an entry. One letter of one of its words is missing, one
     * too many, another one, or swapped with its neighbour.
     *
     * @param meant id of the entry
     * @param alike how many entries have all the words that were meant, this one among them: no
     *     ranking can tell those apart
     */
    record Query(String meant, String words, int alike) {}

    /**
     * The words of a question or of another wording in their order, fillers left out; every fourth
     * of them is left out too, by chance, but three remain.
     */
    List<Query> queriesWithOneSlip(int many) {
        return queries(many, this::mostOf);
    }

    /** Three to five words of a question or of another wording, in their order, whichever. */
    List<Query> shortQueriesWithOneSlip(int many) {
        return queries(many, count -> anyOf(count, 3 + random.nextInt(3)));
    }

    private List<Query> queries(int many, IntFunction<Set<Integer>> chosenOf) {
        var queries = new ArrayList<Query>();
        for (var i = 0; i < many; i++) {
            var meant = cards.get(random.nextInt(cards.size()));
            var asked = new ArrayList<>(meant.wordings());
            asked.add(meant.question());
            var all = Words.telling(asked.get(random.nextInt(asked.size())));
            var chosen = chosenOf.apply(all.size()).stream().map(all::get).toList();
            var words = new ArrayList<>(chosen.stream().map(Words.Word::surface).toList());
            slip(words);
            queries.add(new Query(meant.id(), String.join(" ", words), alike(chosen)));
        }
        return queries;
    }

    private Set<Integer> mostOf(int count) {
        var left = 0;
        for (var i = 0; i < count - 3; i++) {
            left += random.nextInt(4) == 0 ? 1 : 0;
        }
        return anyOf(count, count - left);
    }

    private Set<Integer> anyOf(int count, int kept) {
        var order = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return new TreeSet<>(order.subList(0, Math.min(kept, count)));
    }

    private int alike(List<Words.Word> words) {
        var having = new BitSet();
        having.set(0, cards.size());
        words.forEach(word -> having.and(entriesWith(word.stem())));
        return having.cardinality();
    }

    private BitSet entriesWith(String stem) {
        if (byStem.isEmpty()) {
            for (var i = 0; i < cards.size(); i++) {
                var card = cards.get(i);
                for (var text :
                        Stream.concat(Stream.of(card.question()), card.wordings().stream())
                                .toList()) {
                    for (var word : Words.telling(text)) {
                        byStem.computeIfAbsent(word.stem(), none -> new BitSet()).set(i);
                    }
                }
            }
        }
        return byStem.getOrDefault(stem, new BitSet());
    }

    private void slip(List<String> words) {
        var long4 = new ArrayList<Integer>();
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).length() >= 4) {
                long4.add(i);
            }
        }
        var at = long4.get(random.nextInt(long4.size()));
        words.set(at, slipped(words.get(at)));
    }

    private String slipped(String word) {
        var at = random.nextInt(word.length() - 1);
        var letter = (char) ('a' + random.nextInt(26));
        var slipped =
                switch (random.nextInt(4)) {
                    case 0 -> word.substring(0, at) + word.substring(at + 1);
                    case 1 -> word.substring(0, at) + letter + word.substring(at);
                    case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
                    default ->
                            word.substring(0, at)
                                    + word.charAt(at + 1)
                                    + word.charAt(at)
                                    + word.substring(at + 2);
                };
        return slipped.equals(word) ? slipped(word) : slipped;
    }

    private Card card(int number) {
        var happens = pick(HAPPENS);
        var things = pick(THINGS);
        var integration = pick(integrations);
        var place = pick(PLACES);
        var time = pick(TIMES);
        var question =
                "Why do %s from %s in %s %s %s?"
                        .formatted(things, integration, place, happens, time);
        var wordings =
                List.of(
                        "%s %s %s %s".formatted(integration, things, happens, place),
                        "Our %s %s %s with %s".formatted(things, happens, time, integration));
        var answer =
                ("%s from %s may %s %s while the queue for %s catches up. Nothing has to be sent again;"
                                + " the %s team looks at it and the status page says when it is over."
                                + " Customers in %s see the corrected state within %d minutes.")
                        .formatted(
                                things,
                                integration,
                                happens,
                                time,
                                place,
                                pick(THINGS),
                                place,
                                5 + random.nextInt(55));
        return new Card(
                "entry-" + number,
                question,
                wordings,
                answer,
                random.nextInt(10) < 4 ? "incident-" + random.nextInt(CLOSED_INCIDENTS) : null,
                true,
                Set.of(pick(THINGS)),
                "CUSTOMER_SUCCESS",
                Card.State.APPROVED,
                1 + random.nextInt(4),
                Instant.ofEpochSecond(1_900_000_000L),
                Instant.ofEpochSecond(1_700_000_000L + number * 60L));
    }

    private String name() {
        var name = new StringBuilder();
        for (var i = 0; i < 2; i++) {
            name.append(pick(ONSETS)).append(pick(NUCLEI)).append(pick(CODAS));
        }
        return name.append(pick(ENDINGS)).toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
