package app.candor.comms;

import java.util.Optional;

/** What changed around a revision since it was made, so that nobody stands behind it any more. */
final class Drift {
    private Drift() {}

    /**
     * @return the cause in words without full stop; empty while nothing material changed
     */
    static Optional<String> of(Revision revision, Draft draft, Occasion now) {
        if (revision.severity() != now.severity()) {
            return Optional.of(
                    "The severity changed from %s to %s"
                            .formatted(named(revision.severity()), named(now.severity())));
        }
        if (draft.highestClass().worse(now.severityClass()) != revision.severityClass()) {
            return Optional.of("The severity class rose, and with it the gates");
        }
        for (var fact : now.facts()) {
            var pinned = revision.fact(fact.key());
            if (fact.material()
                    && !pinned.map(then -> then.says(fact.value(), fact.unknown()))
                            .orElse(fact.unknown())) {
                return Optional.of(
                        "“%s” changed%s"
                                .formatted(
                                        fact.label(),
                                        pinned.map(then ->
                                                        " from %s to %s"
                                                                .formatted(
                                                                        then.shownValue(),
                                                                        fact.shownValue()))
                                                .orElse(" to " + fact.shownValue())));
            }
        }
        return Optional.empty();
    }

    private static String named(@org.jspecify.annotations.Nullable Enum<?> severity) {
        return severity == null ? "none" : severity.name();
    }
}
