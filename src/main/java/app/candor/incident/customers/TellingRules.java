package app.candor.incident.customers;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.incident.Incident;
import app.candor.incident.Stage;
import java.util.List;
import java.util.stream.Collectors;

/** What nobody may claim to have told, and whose accounts somebody may speak for. */
final class TellingRules {
    private TellingRules() {}

    static void requireTrue(Incident incident, Telling.What what) {
        if (what == Telling.What.RESOLVED && !incident.stage().isBehind()) {
            throw new Refused(
                    incident.key()
                            + " is "
                            + incident.stage().key()
                            + ". Nobody can have been told that it is resolved.");
        }
        if (incident.stage() == Stage.DISMISSED) {
            throw new Refused(incident.key() + " was dismissed; there is nothing to tell.");
        }
    }

    static void requireOwn(Person person, List<Telling.Account> chosen) {
        if (chosen.isEmpty()) {
            throw new Refused("Choose at least one account that this incident hits.");
        }
        if (person.has(Role.SUPPORT)) {
            return;
        }
        var foreign =
                chosen.stream()
                        .filter(account -> !account.csm().equalsIgnoreCase(person.name()))
                        .toList();
        if (!foreign.isEmpty()) {
            throw new Refused(
                    "These are not your accounts: "
                            + foreign.stream()
                                    .limit(5)
                                    .map(Telling.Account::name)
                                    .collect(Collectors.joining(", "))
                            + (foreign.size() > 5 ? " and " + (foreign.size() - 5) + " more" : "")
                            + ". Support can record them.");
        }
    }
}
