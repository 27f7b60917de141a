package app.candor.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the roles on an incident are called, what they owe, and which must not be vacant.
 *
 * @param inForce id of the set that is used
 * @param sets to choose from
 * @param complaintMinutes within which a customer's complaint is answered, 15 to 10,080
 */
public record RolePolicy(String inForce, List<RoleSet> sets, int complaintMinutes) {
    /** Places on an incident, in the order in which pages show them. */
    public static final List<String> ROLES =
            List.of(
                    "COMMANDER",
                    "COMMS_LEAD",
                    "SME",
                    "ENGINEERING_LEAD",
                    "SUPPORT_LEAD",
                    "CS_LEAD",
                    "LEGAL",
                    "EXECUTIVE_SPONSOR",
                    "SCRIBE");

    public static final int SHORTEST_COMPLAINT = 15;
    public static final int LONGEST_COMPLAINT = 60 * 24 * 7;

    public RolePolicy {
        sets = List.copyOf(sets);
        var ids = new HashSet<String>();
        for (var set : sets) {
            require(ids.add(set.id()), "Two role sets are called " + set.id());
        }
        require(ids.contains(inForce), "There is no role set " + inForce);
        require(
                complaintMinutes >= SHORTEST_COMPLAINT && complaintMinutes <= LONGEST_COMPLAINT,
                "A complaint is answered within 15 to 10080 minutes, not " + complaintMinutes);
    }

    /** The set that is used. */
    public RoleSet active() {
        return sets.stream().filter(set -> set.id().equals(inForce)).findFirst().orElseThrow();
    }

    /**
     * A company's way to share the work.
     *
     * @param source where it comes from, in words
     * @param others who else helps, one line each
     */
    public record RoleSet(
            String id, String title, String source, List<Duty> roles, List<String> others) {
        public RoleSet {
            roles = List.copyOf(roles);
            others = List.copyOf(others);
            var seen = new HashSet<String>();
            for (var role : roles) {
                require(ROLES.contains(role.role()), "Roles are " + ROLES + ", not " + role.role());
                require(seen.add(role.role()), "The role " + role.role() + " stands twice");
            }
            require(seen.contains("COMMANDER"), "A role set needs a commander");
        }

        /** Empty for a role that this set does not know. */
        public Optional<Duty> of(String role) {
            return roles.stream().filter(one -> one.role().equals(role)).findFirst();
        }
    }

    /**
     * One role.
     *
     * @param role name of the place on the incident: {@code COMMANDER}
     * @param label what this company calls it
     * @param required classes at which its vacancy is a gap
     * @param owes what it does, one line each
     */
    public record Duty(String role, String label, Set<SeverityClass> required, List<String> owes) {
        public Duty {
            required = Set.copyOf(required);
            owes = List.copyOf(owes);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
