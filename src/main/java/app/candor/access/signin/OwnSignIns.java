package app.candor.access.signin;

import app.candor.access.People;
import app.candor.access.SignIns;
import org.springframework.stereotype.Component;

/** Ends what {@link KeptSignIns} keeps of the person who asks. */
@Component
class OwnSignIns implements SignIns {
    private final People people;
    private final KeptSignIns kept;

    OwnSignIns(People people, KeptSignIns kept) {
        this.people = people;
        this.kept = kept;
    }

    @Override
    public void endAllOfMine() {
        kept.revokeAll(people.current().id());
    }
}
