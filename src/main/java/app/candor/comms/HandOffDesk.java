package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who receives a released text to send it on: CS Ops and customer success leadership. */
@Component
class HandOffDesk {
    private final People people;
    private final Access access;

    HandOffDesk(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Those of them who may read what belongs to the incident. */
    List<Person> of(Guarded guarded) {
        return Stream.of(Role.SUPPORT, Role.CS_LEAD)
                .flatMap(role -> people.holders(role).stream())
                .distinct()
                .filter(person -> access.may(person, Act.READ, guarded))
                .toList();
    }

    /**
     * @throws Refused if a text of this kind would reach nobody who could send it
     */
    void requireSomebody(DraftKind kind, Guarded guarded) {
        if (kind.external() && kind != DraftKind.FAQ_ANSWER && of(guarded).isEmpty()) {
            throw new Refused(
                    "Nobody from support or customer success leadership may see this incident, so"
                            + " nobody could send it. Give one of them access first.");
        }
    }
}
