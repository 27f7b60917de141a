package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who can be mentioned in the texts of an incident. */
@Service
public class DocumentMentions {
    private final Incidents incidents;
    private final People people;
    private final Access access;

    DocumentMentions(Incidents incidents, People people, Access access) {
        this.incidents = incidents;
        this.people = people;
        this.access = access;
    }

    /**
     * Those who may read the incident, by name; nobody else exists in its texts.
     *
     * @throws NotFound if the current person may not read it
     */
    public List<Person> mentionable(String incidentId) {
        var guarded = incidents.guarded(incidentId);
        access.require(Act.READ, guarded);
        return people.all().stream()
                .filter(person -> access.may(person, Act.READ, guarded))
                .toList();
    }
}
