package app.candor.audit;

import java.time.Instant;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * An event on its way to listeners: {@code @EventListener void on(Told<Declared> told)}.
 *
 * <p>Delivered at least once: a listener recognises a repeat by {@code id} (a key derived from it
 * makes its own write idempotent) and throws to be asked again.
 *
 * @param id the same at every repeat
 * @param at when it happened, UTC
 * @param actor id of the person who did it, {@code system} for the portal itself
 */
public record Told<E extends DomainEvent>(String id, Instant at, String actor, E event)
        implements ResolvableTypeProvider {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(Told.class, event.getClass());
    }
}
