package app.candor.access;

import java.util.Set;

/**
 * What decides who may see and touch something: usually an incident, or a text of one.
 *
 * @param visibility see {@link Visibility}
 * @param members person ids on the access list; matters unless {@link Visibility#OPEN}
 * @param reporter person id of who reported it and keeps their own report; empty for none
 */
public record Guarded(Visibility visibility, Set<String> members, String reporter) {
    public Guarded {
        members = Set.copyOf(members);
    }

    /** Something that all staff may read: the library, the policy. */
    public static Guarded open() {
        return new Guarded(Visibility.OPEN, Set.of(), "");
    }

    boolean isMember(Person person) {
        return members.contains(person.id());
    }
}
