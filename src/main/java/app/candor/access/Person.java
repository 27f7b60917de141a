package app.candor.access;

import java.util.Set;

/**
 * Somebody who signed in at least once, or whom the identity provider announced.
 *
 * @param id the identity provider's {@code sub}: the only thing that says two sessions are one
 *     person
 * @param name printed under signatures
 * @param email where notices go
 * @param title what the person does, as the directory says it
 * @param roles roles at the latest sign-in
 */
public record Person(String id, String name, String email, String title, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Given name shortened: {@code I. Okafor}. */
    public String shortName() {
        var gap = name.indexOf(' ');
        return gap < 1 ? name : name.charAt(0) + "." + name.substring(gap);
    }

    /** One or two letters for an avatar. */
    public String initials() {
        var letters = new StringBuilder();
        for (var part : name.strip().split("\\s+")) {
            if (!part.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(part.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
