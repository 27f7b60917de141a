package app.candor.comms;

import app.candor.incident.Facts;
import app.candor.incident.Incidents;
import app.candor.policy.Policies;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The first words of a draft: the sections its kind requires, with fact tokens where a number or a
 * time belongs. What stands in double brackets has to be replaced before it can be submitted. The
 * words themselves are policy.
 */
@Component
public class DraftTemplates {
    private final Policies policies;
    private final Incidents incidents;
    private final Facts facts;

    DraftTemplates(Policies policies, Incidents incidents, Facts facts) {
        this.policies = policies;
        this.incidents = incidents;
        this.facts = facts;
    }

    /**
     * The template of a kind for an incident as it stands; empty where policy has none. Checks no
     * rights.
     */
    public Optional<Template> of(DraftKind kind, @Nullable String incident) {
        var templates = policies.templates();
        if (incident == null) {
            return templates.pick(key(kind), "", "", false);
        }
        var now = incidents.asSystem(incident);
        var type = now.type();
        return templates.pick(
                key(kind),
                type == null ? "" : type.name(),
                now.stage().name(),
                facts.personalData(incident));
    }

    Node begun(DraftKind kind, Occasion occasion) {
        var text = of(kind, occasion.id()).map(Template::text).orElse("");
        return LineMarkup.read(text.replace("{incident}", named(occasion)));
    }

    private static String named(Occasion occasion) {
        return occasion.key().isEmpty() ? "Update" : occasion.key();
    }

    /** As policy names it: {@code customer-email}. */
    static String key(DraftKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
