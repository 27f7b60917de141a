package app.candor.policy;

import app.candor.voice.Rulebook;

/** The kinds of policy document, each with the type of its content. */
public enum PolicyKind {
    GATES(GatePolicy.class),
    CRITERIA(CriteriaPolicy.class),
    VOICE(Rulebook.class),
    CLOCKS(ClockPolicy.class),
    PLAYBOOKS(PlaybookPolicy.class),
    ROLES(RolePolicy.class),
    ROSTER(RosterPolicy.class),
    REGULATORY(RegulatoryPolicy.class),
    TEMPLATES(TemplatePolicy.class),
    SYNONYMS(SynonymPolicy.class),
    FAQ(FaqPolicy.class);

    private final Class<?> content;

    PolicyKind(Class<?> content) {
        this.content = content;
    }

    Class<?> content() {
        return content;
    }

    String file() {
        return "/policy/" + name().toLowerCase(java.util.Locale.ROOT) + ".json";
    }
}
