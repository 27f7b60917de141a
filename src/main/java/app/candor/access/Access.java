package app.candor.access;

import org.springframework.stereotype.Component;

/**
 * The one answer to "may this person do this to that". Services ask it before they act; views ask
 * it to decide what to show.
 */
@Component
public class Access {
    private final People people;

    Access(People people) {
        this.people = people;
    }

    /** Whether the person may do the act to the thing, by visibility first and role second. */
    public boolean may(Person person, Act act, Guarded thing) {
        return sees(person, act, thing) && act.allows(person);
    }

    /** As {@link #may(Person, Act, Guarded)} for who acts now. */
    public boolean may(Act act, Guarded thing) {
        return people.withinScope(act)
                && people.signedIn().map(person -> may(person, act, thing)).orElse(false);
    }

    /**
     * Lets the act pass or throws.
     *
     * @return who acts now
     * @throws NotFound if the thing does not exist for this person: the same answer as for an id
     *     that was never given
     * @throws Refused if they may see it but lack the role
     */
    public Person require(Act act, Guarded thing) {
        var person = people.current();
        if (!sees(person, act, thing)) {
            throw new NotFound();
        }
        if (!people.withinScope(act)) {
            throw new Refused("This token does not let a tool " + act.phrase() + ".");
        }
        if (!act.allows(person)) {
            throw new Refused(
                    "You cannot " + act.phrase() + ". That is for: " + act.holders() + ".");
        }
        return person;
    }

    private static boolean sees(Person person, Act act, Guarded thing) {
        var own = thing.isMember(person);
        return switch (thing.visibility()) {
            case OPEN -> true;
            case DETAILS_RESTRICTED -> own || act == Act.SEE_EXISTENCE;
            case RESTRICTED ->
                    own || (act == Act.SEE_EXISTENCE && thing.reporter().equals(person.id()));
        };
    }
}
