package app.candor.incident.customers;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer's ticket about the incident, with everybody who asked in it.
 *
 * @param id incident and reference: linking it twice links it once
 * @param reference as the ticket system calls it: {@code SUP-4711}
 * @param url where it can be read; null for none
 * @param customer whose ticket it is, in words
 * @param mergedInto reference of the ticket that it became part of; null while it stands alone. Its
 *     requestors stay its own, and stay owed
 */
public record Ticket(
        String id,
        String incidentId,
        String reference,
        @Nullable String url,
        String customer,
        List<Requestor> requestors,
        String linkedBy,
        Instant linkedAt,
        @Nullable String mergedInto) {
    private static final int LONGEST = 120;
    private static final int MOST_REQUESTORS = 100;

    public Ticket {
        requestors = List.copyOf(requestors);
    }

    /**
     * Somebody who asked.
     *
     * @param id unique within the ticket
     * @param contact e-mail address or telephone number; empty if the ticket system knows it
     */
    public record Requestor(String id, String name, String contact) {}

    static String id(String incidentId, String reference) {
        return incidentId + ":" + reference.strip().toUpperCase(Locale.ROOT);
    }

    static Change<Ticket> link(
            String incidentId,
            String reference,
            @Nullable String url,
            String customer,
            Requestor first,
            String by,
            Instant now) {
        var name = words(reference, "Give the ticket's number, for example SUP-4711.");
        var ticket =
                new Ticket(
                        id(incidentId, name),
                        incidentId,
                        name,
                        url,
                        words(customer, "Say which customer asked."),
                        List.of(checked(first)),
                        by,
                        now,
                        null);
        return Change.of(ticket, new TicketChanged(incidentId, ticket.id(), "linked", name));
    }

    /** The same name and contact again change nothing. */
    Change<Ticket> alsoAskedBy(Requestor another) {
        var checked = checked(another);
        var known =
                requestors.stream()
                        .anyMatch(one ->
                                one.name().equalsIgnoreCase(checked.name())
                                        && one.contact().equalsIgnoreCase(checked.contact()));
        if (known) {
            return Change.of(this);
        }
        if (requestors.size() == MOST_REQUESTORS) {
            throw new Refused("A ticket holds at most " + MOST_REQUESTORS + " people.");
        }
        var next = new ArrayList<>(requestors);
        next.add(checked);
        return Change.of(
                with(incidentId, next, mergedInto),
                new TicketChanged(incidentId, id, "has another requestor", reference));
    }

    Change<Ticket> mergeInto(Ticket other) {
        if (other.id().equals(id)) {
            throw new Refused("A ticket cannot be merged into itself.");
        }
        if (other.mergedInto() != null) {
            throw new Refused(
                    other.reference()
                            + " is part of "
                            + other.mergedInto()
                            + " itself. Merge into that one.");
        }
        if (other.reference().equals(mergedInto)) {
            return Change.of(this);
        }
        return Change.of(
                with(incidentId, requestors, other.reference()),
                new TicketChanged(incidentId, id, "merged into " + other.reference(), reference));
    }

    Requestor requestor(String requestor) {
        return requestors.stream()
                .filter(one -> one.id().equals(requestor))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Ticket with(String incident, List<Requestor> people, @Nullable String merged) {
        return new Ticket(
                id, incident, reference, url, customer, people, linkedBy, linkedAt, merged);
    }

    /** It belongs to the other incident from now on, and so do those who asked. */
    Change<Ticket> moveTo(String incident) {
        return Change.of(
                with(incident, requestors, mergedInto),
                new TicketChanged(incident, id, "moved here", reference));
    }

    private static Requestor checked(Requestor given) {
        return new Requestor(
                given.id(),
                words(given.name(), "Say who asked: they are owed two answers."),
                given.contact().strip());
    }

    private static String words(String given, String ifEmpty) {
        var words = given.strip();
        if (words.isEmpty()) {
            throw new Refused(ifEmpty);
        }
        if (words.length() > LONGEST) {
            throw new Refused("At most " + LONGEST + " characters, please.");
        }
        return words;
    }

    /** A ticket was linked, merged, or somebody else asked in it. */
    record TicketChanged(String incidentId, String ticket, String what, String reference)
            implements StoryEvent {
        @Override
        public String action() {
            return "ticket " + (what.startsWith("merged") ? "merged" : what);
        }

        @Override
        public String sentence() {
            return "Ticket " + reference + " " + what;
        }
    }
}
