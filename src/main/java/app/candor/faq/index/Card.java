package app.candor.faq.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of an entry: enough to find it, to decide who may see it and to show it in a
 * list, so that no search reads the database. An entry of an incident with a released answer has
 * two: one of the whole for who may read the incident, one as it was released for all others.
 *
 * @param wordings other ways in which it is asked; searched, not shown
 * @param answer plain words of the answer; empty while there is none. A list shows the first
 *     {@value #SHOWN} characters
 * @param incident id; null for one that is always valid
 * @param products that it is about; empty where it is about none in particular
 * @param whole whether it is for those only who may read the incident
 * @param audience name of the audience of its release; null before there is one
 * @param version of the answer; 0 while there is none
 * @param usableUntil from when on it may not be given without being verified; the epoch for one
 *     that may not be given now
 * @param at when the answer was approved, or the question was added while there is none
 */
public record Card(
        String id,
        String question,
        List<String> wordings,
        String answer,
        @Nullable String incident,
        boolean whole,
        Set<String> products,
        @Nullable String audience,
        State state,
        int version,
        Instant usableUntil,
        Instant at) {
    static final int SHOWN = 600;

    /** Whether it may be given to a customer now. */
    public enum State {
        APPROVED,
        BLOCKED,
        UNANSWERED
    }

    /** What a list says of it at that moment. */
    public State stateAt(Instant now) {
        return state == State.APPROVED && !now.isBefore(usableUntil) ? State.BLOCKED : state;
    }

    public Card {
        wordings = List.copyOf(wordings);
        products = Set.copyOf(products);
    }
}
