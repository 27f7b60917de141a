package app.candor.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people of the demo company; the user name is the constant in lower case. */
public enum DemoPerson {
    COMMANDER("Ifeoma Okafor", "Incident commander", "commanders"),
    COMMANDER2("Jonas Reuter", "Incident commander", "commanders"),
    ENGINEER("Dag Lindqvist", "Staff engineer, event pipeline", "engineering"),
    ENGINEER2("Mercy Adeyemi", "Principal engineer, data", "engineering"),
    WRITER("Tessa Brandt", "Communications lead", "communications"),
    LEGAL("Sora Nakamura", "Senior counsel", "legal"),
    LEGAL2("Paul Verhoeven", "Counsel, privacy", "legal"),
    LEADER("Léa Moreau", "Chief operating officer", "leadership"),
    LEADER2("Henrik Sand", "Chief technology officer", "leadership"),
    CSLEAD("Anton Petrov", "Head of customer success", "cs-leads"),
    CSM("Hanna Weiss", "Customer success manager", "csms"),
    CSM2("Ravi Menon", "Customer success manager", "csms"),
    SUPPORT("Carla Jimenez", "Support and CS Ops lead", "support"),
    ADMIN("Noor Haddad", "Portal administrator", "admins"),
    ADMIN2("Owen Clarke", "Portal administrator", "admins"),
    AUDITOR("Ingrid Falk", "Internal audit", "auditors"),
    STAFF("Sam Whitlock", "Account executive", "");

    private final String fullName;
    private final String title;
    private final String group;

    DemoPerson(String fullName, String title, String group) {
        this.fullName = fullName;
        this.title = title;
        this.group = group;
    }

    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The identity provider's {@code sub}, the person's id in the portal. */
    public String sub() {
        return "demo-" + userName();
    }

    public String fullName() {
        return fullName;
    }

    public String title() {
        return title;
    }

    public String email() {
        return userName() + "@demo.candor.example";
    }

    /** Identity-provider groups; staff without a role are in none. */
    public List<String> groups() {
        return group.isEmpty() ? List.of() : List.of(group);
    }

    public static Optional<DemoPerson> of(String userName) {
        return Arrays.stream(values())
                .filter(person -> person.userName().equals(userName))
                .findFirst();
    }
}
