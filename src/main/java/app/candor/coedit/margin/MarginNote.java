package app.candor.coedit.margin;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comment on words of a text, or a suggested change of them, with the talk about it.
 *
 * @param id chosen by the page, so that sending it twice makes one
 * @param text id of the text
 * @param incident id of the incident that the text belongs to, null for none
 * @param author person id
 * @param place what it was about when it was made
 * @param proposal the suggested change; null for a comment
 * @param messages oldest first; a comment has at least one
 * @param duty id of the task made of it, null for none
 */
public record MarginNote(
        String id,
        String text,
        @Nullable String incident,
        String author,
        Instant at,
        Place place,
        @Nullable Proposal proposal,
        List<Message> messages,
        Standing standing,
        @Nullable String duty) {
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int MOST_MESSAGES = 200;

    /**
     * @param seq version that the positions are of
     * @param quote the words there, shortened to 300 characters
     */
    public record Place(long seq, int from, int to, String quote) {}

    /**
     * @param seq version that the steps fit
     * @param steps as the protocol spells them
     * @param removed words that would go, shortened
     * @param added words that would come, shortened
     * @param format what would look different, such as “bold”; empty for nothing
     */
    public record Proposal(long seq, String steps, String removed, String added, String format) {}

    /**
     * @param mentions person ids that were told
     */
    public record Message(
            String id, String author, Instant at, String words, List<String> mentions) {
        public Message {
            mentions = List.copyOf(mentions);
        }

        /**
         * @throws Refused if it says nothing or more than 4,000 characters
         */
        static Message of(
                String id, String author, Instant at, String words, List<String> mentions) {
            var said = words.strip();
            if (said.isEmpty()) {
                throw new Refused("Write something first.");
            }
            if (said.length() > LONGEST_MESSAGE) {
                throw new Refused(
                        "A comment has at most 4,000 characters. Put the rest into the text.");
            }
            return new Message(id, author, at, said, mentions);
        }
    }

    /** Where it stands. */
    public sealed interface Standing {
        record Open() implements Standing {}

        record Resolved(String by, Instant at, String reason) implements Standing {}

        /** Its change is being written: a crash leaves this, and accepting again ends it. */
        record Accepting(String by) implements Standing {}

        /**
         * @param seq the commit that wrote it
         */
        record Accepted(String by, Instant at, long seq) implements Standing {}

        record Rejected(String by, Instant at, String reason) implements Standing {}

        /** Taken back by its author. */
        record Withdrawn(Instant at) implements Standing {}
    }

    public MarginNote {
        messages = List.copyOf(messages);
    }

    /** Whether it still stands beside the text. */
    public boolean isOpen() {
        return standing instanceof Standing.Open || standing instanceof Standing.Accepting;
    }

    public boolean isSuggestion() {
        return proposal != null;
    }

    /** Everybody who said something here, the author first. */
    public Set<String> people() {
        var people = new LinkedHashSet<String>();
        people.add(author);
        messages.forEach(message -> people.add(message.author()));
        return people;
    }

    Change<MarginNote> reply(Message message) {
        if (messages.stream().anyMatch(said -> said.id().equals(message.id()))) {
            return Change.of(this);
        }
        if (messages.size() >= MOST_MESSAGES) {
            throw new Refused(
                    "This thread has "
                            + MOST_MESSAGES
                            + " messages. Resolve it and begin another one.");
        }
        var all = Stream.concat(messages.stream(), Stream.of(message)).toList();
        return changed(with(all, standing, duty), "replied");
    }

    Change<MarginNote> resolve(String by, String reason, Instant now) {
        requireOpen();
        if (isSuggestion()) {
            throw new Refused("A suggestion is accepted or rejected.");
        }
        if (reason.isBlank()) {
            throw new Refused("Say in a few words how it was settled. Readers see it later.");
        }
        return changed(with(new Standing.Resolved(by, now, reason.strip())), "resolved");
    }

    Change<MarginNote> reopen() {
        if (!(standing instanceof Standing.Resolved)) {
            throw new Refused("Only a resolved comment can be opened again.");
        }
        return changed(with(new Standing.Open()), "opened again");
    }

    Change<MarginNote> accepting(String by) {
        requireOpen();
        requireSuggestion();
        return Change.of(with(new Standing.Accepting(by)));
    }

    /** Accepting did not work out. */
    Change<MarginNote> stillOpen() {
        return Change.of(standing instanceof Standing.Accepting ? with(new Standing.Open()) : this);
    }

    Change<MarginNote> accepted(String by, Instant now, long seq) {
        if (standing instanceof Standing.Accepted) {
            return Change.of(this);
        }
        return changed(with(new Standing.Accepted(by, now, seq)), "accepted");
    }

    Change<MarginNote> reject(String by, String reason, Instant now) {
        requireOpen();
        requireSuggestion();
        if (standing instanceof Standing.Accepting) {
            throw new Refused("It is being accepted at this moment.");
        }
        return changed(with(new Standing.Rejected(by, now, reason.strip())), "rejected");
    }

    Change<MarginNote> withdraw(Instant now) {
        requireOpen();
        requireSuggestion();
        if (standing instanceof Standing.Accepting) {
            throw new Refused("It is being accepted at this moment.");
        }
        return changed(with(new Standing.Withdrawn(now)), "withdrawn");
    }

    Change<MarginNote> becomes(String task) {
        return duty == null
                ? changed(with(messages, standing, task), "made a task")
                : Change.of(this);
    }

    private Change<MarginNote> changed(MarginNote next, String what) {
        var last = next.messages.isEmpty() ? "" : next.messages.getLast().id();
        return Change.of(next, new MarginChanged(id, text, incident, what, last));
    }

    private void requireSuggestion() {
        if (proposal == null) {
            throw new Refused("A comment changes no text.");
        }
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Refused("Somebody settled this a moment ago. Nothing was changed.");
        }
    }

    private MarginNote with(Standing next) {
        return with(messages, next, duty);
    }

    private MarginNote with(List<Message> said, Standing next, @Nullable String task) {
        return new MarginNote(
                id, text, incident, author, at, place, proposal, new ArrayList<>(said), next, task);
    }
}
