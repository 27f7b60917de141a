package app.candor.incident.regulatory;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.policy.RegulatoryPolicy.Rule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Legal said about one incident.
 *
 * @param incident its id
 * @param active by the key of the rule
 */
public record Filings(String incident, Map<String, Active> active) {
    private static final int LONGEST_NOTE = 1_000;

    public Filings {
        active = Map.copyOf(active);
    }

    /**
     * One rule that applies.
     *
     * @param by person id
     * @param note why it applies
     * @param dated when its triggers happened, by their key
     * @param sent when submissions were made, by the key of their stage
     */
    public record Active(
            String by,
            String note,
            Instant at,
            Map<String, Instant> dated,
            Map<String, Sent> sent) {
        public Active {
            dated = Map.copyOf(dated);
            sent = Map.copyOf(sent);
        }
    }

    /**
     * @param reference the regulator's number for it, or where the receipt lies
     */
    public record Sent(Instant at, String by, String reference) {}

    static Filings none(String incident) {
        return new Filings(incident, Map.of());
    }

    Change<Filings> activate(Rule rule, String note, Person by, Instant now) {
        if (note.isBlank()) {
            throw new Refused("Say why this applies. The audit log keeps that it was activated.");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("At most " + LONGEST_NOTE + " characters, please.");
        }
        if (active.containsKey(rule.key())) {
            throw new Refused(rule.title() + " is active already.");
        }
        return with(
                rule, new Active(by.id(), note.strip(), now, Map.of(), Map.of()), "activated", "");
    }

    Change<Filings> date(Rule rule, String trigger, Instant at, Instant now) {
        var current = require(rule);
        if (!rule.triggers().containsKey(trigger)) {
            throw new Refused(rule.title() + " does not count from that.");
        }
        if (at.isAfter(now)) {
            throw new Refused("That lies in the future. Give the time at which it happened, UTC.");
        }
        var dated = new LinkedHashMap<>(current.dated());
        dated.put(trigger, at);
        return with(
                rule,
                new Active(current.by(), current.note(), current.at(), dated, current.sent()),
                "dated",
                trigger);
    }

    Change<Filings> submitted(
            Rule rule, String stage, Instant at, String reference, Person by, Instant now) {
        var current = require(rule);
        if (rule.stages().stream().noneMatch(one -> one.key().equals(stage))) {
            throw new Refused(rule.title() + " knows no such submission.");
        }
        if (at.isAfter(now)) {
            throw new Refused("That lies in the future. Record a submission once it is made.");
        }
        var sent = new LinkedHashMap<>(current.sent());
        sent.put(stage, new Sent(at, by.id(), reference.strip()));
        return with(
                rule,
                new Active(current.by(), current.note(), current.at(), current.dated(), sent),
                "submitted",
                stage);
    }

    private Active require(Rule rule) {
        var current = active.get(rule.key());
        if (current == null) {
            throw new Refused(rule.title() + " is not active for this incident.");
        }
        return current;
    }

    private Change<Filings> with(Rule rule, Active next, String what, String detail) {
        var all = new LinkedHashMap<>(active);
        all.put(rule.key(), next);
        return Change.of(
                new Filings(incident, all), new FilingChanged(incident, rule.key(), what, detail));
    }
}
