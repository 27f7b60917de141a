package app.candor.demo.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Five hundred accounts of the demo company, always the same. */
final class AccountList {
    static final int SIZE = 500;
    private static final long SEED = 20261118;
    private static final List<String> FIRST =
            List.of(
                    "Halden",
                    "Brightwater",
                    "Norrland",
                    "Copper",
                    "Meadow",
                    "Lighthouse",
                    "Tidal",
                    "Juniper",
                    "Falcon",
                    "Orchard",
                    "Granite",
                    "Saffron",
                    "Birch",
                    "Harbour",
                    "Summit",
                    "Willow",
                    "Atlas",
                    "Cedar",
                    "Pioneer",
                    "Velvet",
                    "Amber",
                    "Delta",
                    "Kestrel",
                    "Marble",
                    "Opal");
    private static final List<String> SECOND =
            List.of(
                    "Outdoor",
                    "Retail",
                    "Goods",
                    "Supply",
                    "Home",
                    "Cycles",
                    "Foods",
                    "Apparel",
                    "Books",
                    "Audio",
                    "Garden",
                    "Toys",
                    "Optics",
                    "Sports",
                    "Living",
                    "Paper",
                    "Tools",
                    "Beauty",
                    "Pets",
                    "Kitchens");
    private static final List<String> INTEGRATIONS =
            List.of("Tradelane", "Shopcore", "Parcelwise", "Ledgerly");
    private static final List<String> TIERS = List.of("Enterprise", "Growth", "Growth", "Starter");
    private static final List<String> CSMS = List.of("Hanna Weiss", "Ravi Menon");
    private static final List<String> CONTACTS =
            List.of(
                    "Ana Ruiz",
                    "Ben Carter",
                    "Chloe Martin",
                    "Dev Patel",
                    "Eva Lindholm",
                    "Finn Ols");

    private AccountList() {}

    static String integration(int account) {
        return INTEGRATIONS.get(account % INTEGRATIONS.size());
    }

    /** As a CSV file; the predicate says by number, 0 to 499, who is affected. */
    static byte[] csv(IntPredicate affected) {
        var random = new Random(SEED);
        var csv =
                new StringBuilder(
                        "account,name,tier,csm,contact name,contact email,integration,"
                                + "contract notice hours,affected\n");
        for (var i = 0; i < SIZE; i++) {
            var first = FIRST.get(i % FIRST.size());
            var second = SECOND.get(i / FIRST.size() % SECOND.size());
            var tier = TIERS.get(random.nextInt(TIERS.size()));
            var contact = CONTACTS.get(random.nextInt(CONTACTS.size()));
            csv.append(
                    "A-%04d,%s %s,%s,%s,%s,%s@%s-%s.example,%s,%s,%s%n"
                            .formatted(
                                    1001 + i,
                                    first,
                                    second,
                                    tier,
                                    CSMS.get(i % CSMS.size()),
                                    contact,
                                    contact.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'),
                                    first.toLowerCase(java.util.Locale.ROOT),
                                    second.toLowerCase(java.util.Locale.ROOT),
                                    integration(i),
                                    tier.equals("Enterprise") ? "24" : "",
                                    affected.test(i) ? "yes" : "no"));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
