package app.candor.comms;

import app.candor.incident.FactKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of a pre-approved wording that an incident fills: times of its ledger, and names out
 * of a list. Nothing else is taken, so that no free words get below signatures given in advance.
 *
 * @param lists the names that a slot may take, by slot
 */
record Slots(Map<FactKey, List<String>> lists) {
    private static final Set<FactKey> TIMES =
            EnumSet.of(FactKey.STARTED, FactKey.DETECTED, FactKey.CAUGHT_UP, FactKey.ENDED);
    private static final Set<FactKey> NAMES =
            EnumSet.of(FactKey.COMPONENTS, FactKey.REGIONS, FactKey.INTEGRATIONS);

    Slots {
        lists = Map.copyOf(lists);
    }

    /** In the order of the ledger. */
    static List<FactKey> all() {
        return Arrays.stream(FactKey.values())
                .filter(key -> TIMES.contains(key) || NAMES.contains(key))
                .toList();
    }

    /** What stands in its place until an incident fills it: {@code [Started]}. */
    static String shown(String key) {
        return "[" + FactKey.of(key).map(FactKey::label).orElse(key) + "]";
    }

    static boolean takesNames(FactKey key) {
        return NAMES.contains(key);
    }

    /**
     * What cannot stand in a wording that is signed in advance, in words for its writer.
     *
     * @param facts keys of the facts that its text shows
     */
    static List<String> problems(Collection<String> facts) {
        return facts.stream()
                .filter(key -> FactKey.of(key).filter(all()::contains).isEmpty())
                .map(key ->
                        "“"
                                + key.replace('-', ' ')
                                + "” is written freely in the ledger. A pre-approved wording takes"
                                + " times, components, regions and integrations only.")
                .toList();
    }

    /** Why this value cannot fill its slot; empty if it can. */
    Optional<String> problem(PinnedFact fact) {
        var key = FactKey.of(fact.key()).filter(all()::contains);
        if (key.isEmpty()) {
            return problems(List.of(fact.key())).stream().findFirst();
        }
        if (fact.unknown() || fact.value().isBlank()) {
            return Optional.of("“" + fact.label() + "” is not known yet.");
        }
        if (!NAMES.contains(key.get())) {
            return Optional.empty();
        }
        var known = lists.getOrDefault(key.get(), List.of());
        return names(fact.value()).stream()
                .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(name ->
                        "“%s” is not in the list of %s, and a pre-approved wording takes no other"
                                        .formatted(name, fact.label().toLowerCase(Locale.ROOT))
                                + " words.");
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(",| and | & "))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
