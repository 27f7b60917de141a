package app.candor.audit;

import java.util.List;

/**
 * What a guarded transition returns: the new value and the events it owes.
 *
 * @param events in the order in which they happened
 */
public record Change<S>(S state, List<DomainEvent> events) {
    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> of(S state, DomainEvent... events) {
        return new Change<>(state, List.of(events));
    }
}
