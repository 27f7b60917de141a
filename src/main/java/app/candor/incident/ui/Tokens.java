package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.coedit.ui.FactToken;
import app.candor.coedit.ui.MentionedPerson;
import app.candor.incident.Fact;
import app.candor.incident.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tokens in a text of an incident stand for, in the words of its ledger. */
final class Tokens {
    private Tokens() {}

    static List<FactToken> facts(RoomDesk desk, Incident incident) {
        desk.access().require(Act.READ, incident.guarded());
        return desk.shared(
                incident,
                "tokens",
                now -> desk.ledger(now).stream().map(fact -> of(desk, fact)).toList());
    }

    static List<MentionedPerson> people(RoomDesk desk, Incident incident) {
        return desk.mentions().mentionable(incident.id()).stream()
                .map(person -> new MentionedPerson(person.id(), person.name(), person.title()))
                .toList();
    }

    private static FactToken of(RoomDesk desk, Fact fact) {
        return new FactToken(
                fact.key(),
                fact.label(),
                fact.unknown() ? "" : fact.value(),
                name(desk, fact.confirmedBy()),
                fact.at() == null ? null : fact.at().toString(),
                fact.source(),
                fact.unknown() ? "unknown" : null,
                fact.history().stream()
                        .map(earlier ->
                                new FactToken.Earlier(
                                        earlier.value(),
                                        name(desk, earlier.confirmedBy()),
                                        earlier.at().toString(),
                                        earlier.source()))
                        .toList());
    }

    private static @Nullable String name(RoomDesk desk, @Nullable String person) {
        return person == null ? null : desk.nameOf(person);
    }
}
