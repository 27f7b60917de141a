package app.candor.comms;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A released text on its way to the contacts of its accounts, one message each. Recipients are
 * counted as the revision lists them, from 0.
 *
 * @param id of the draft
 * @param total how many recipients there are
 * @param posted how many of them were handed to the outbox, in order
 * @param resolved whether the incident was behind when it was begun
 * @param told recipients whose accounts are recorded as told
 * @param failed recipients recorded as not reached
 * @param recording those that are just being recorded: a crash records them again under one id
 * @param open whether anything is left to do
 */
public record Mailing(
        String id,
        @Nullable String incident,
        String hash,
        int total,
        int posted,
        boolean paused,
        boolean resolved,
        String by,
        String byName,
        Instant at,
        Set<Integer> told,
        Set<Integer> failed,
        @Nullable Batch recording,
        boolean open) {

    /**
     * @param number tells batches of a kind apart: it only rises
     * @param reached whether the messages were accepted, or given up
     */
    public record Batch(int number, boolean reached, List<Integer> recipients) {}

    public Mailing {
        told = Set.copyOf(told);
        failed = Set.copyOf(failed);
    }

    static Mailing begun(
            String draft,
            @Nullable String incident,
            String hash,
            int total,
            boolean resolved,
            String by,
            String byName,
            Instant now) {
        return new Mailing(
                draft, incident, hash, total, 0, false, resolved, by, byName, now, Set.of(),
                Set.of(), null, true);
    }

    /** Id of the message to a recipient. */
    String message(int recipient) {
        return prefix() + recipient;
    }

    String prefix() {
        return "mailing:" + id + ":";
    }

    Change<Mailing> posted(int upTo) {
        return Change.of(with(Math.max(posted, upTo), paused, told, failed, recording, open));
    }

    /**
     * @throws Refused if it is over
     */
    Change<Mailing> paused(boolean stop) {
        if (!open) {
            throw new Refused("Every message has left already.");
        }
        return Change.of(
                with(posted, stop, told, failed, recording, true),
                new Changed(id, incident, stop ? "mailing paused" : "mailing resumed", total));
    }

    /** Says what is going to be recorded, unless something is being recorded. */
    Change<Mailing> recording(boolean reached, List<Integer> recipients) {
        if (recording != null || recipients.isEmpty()) {
            return Change.of(this);
        }
        var number = reached ? told.size() : told.size() + failed.size();
        var batch = new Batch(number, reached, recipients);
        return Change.of(with(posted, paused, told, failed, batch, open));
    }

    /** The batch stands in the record of the accounts. */
    Change<Mailing> recorded() {
        if (recording == null) {
            return Change.of(this);
        }
        var reached = new HashSet<>(told);
        var lost = new HashSet<>(failed);
        if (recording.reached()) {
            reached.addAll(recording.recipients());
            lost.removeAll(recording.recipients());
        } else {
            lost.addAll(recording.recipients());
        }
        return Change.of(
                with(posted, paused, reached, lost, null, reached.size() + lost.size() < total));
    }

    /** A message that was given up left after all. */
    Change<Mailing> again() {
        return Change.of(with(posted, paused, told, failed, recording, true));
    }

    private Mailing with(
            int count,
            boolean stop,
            Set<Integer> reached,
            Set<Integer> lost,
            @Nullable Batch batch,
            boolean going) {
        return new Mailing(
                id, incident, hash, total, count, stop, resolved, by, byName, at, reached, lost,
                batch, going);
    }

    /** Not yet recorded, of those given. */
    List<Integer> fresh(List<Integer> recipients, boolean reached) {
        var rest = new ArrayList<>(recipients);
        rest.removeAll(told);
        if (!reached) {
            rest.removeAll(failed);
        }
        return rest;
    }

    /**
     * @param action {@code mailing begun}, {@code mailing paused} or {@code mailing resumed}
     */
    public record Changed(String draft, @Nullable String incident, String action, int recipients)
            implements DomainEvent {
        @Override
        public String subject() {
            return "draft:" + draft;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("recipients", Integer.toString(recipients));
        }
    }
}
