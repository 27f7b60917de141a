package app.candor.policy.ui;

import app.candor.policy.TemplatePolicy.Template;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template is for, in words. */
final class TemplateWords {
    /** Types of incidents in the order in which people choose them. */
    static final List<String> TYPES = List.of("OUTAGE", "BUG", "SECURITY", "PRODUCT_CHANGE");

    /** Stages in which something is written to customers. */
    static final List<String> STAGES =
            List.of("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED");

    private static final Map<String, String> NAMES =
            Map.of(
                    "OUTAGE", "outage",
                    "BUG", "bug",
                    "SECURITY", "security",
                    "PRODUCT_CHANGE", "product change",
                    "INVESTIGATING", "investigating",
                    "IDENTIFIED", "identified",
                    "MONITORING", "monitoring",
                    "RESOLVED", "resolved");

    private TemplateWords() {}

    /** {@code For security incidents without personal data.} */
    static String use(Template template) {
        var types =
                template.types().isEmpty()
                        ? "For every incident"
                        : "For incidents of the type " + names(TYPES, template.types());
        var stages =
                template.stages().isEmpty() ? "" : " while " + names(STAGES, template.stages());
        return types + personal(template.personalData()) + stages + ".";
    }

    /** A type or a stage as people say it; what is not known here by its own name. */
    static String name(String constant) {
        return NAMES.getOrDefault(constant, constant);
    }

    private static String personal(@Nullable Boolean involved) {
        if (involved == null) {
            return "";
        }
        return involved ? " with personal data" : " without personal data";
    }

    private static String names(List<String> order, Collection<String> chosen) {
        return order.stream()
                .filter(chosen::contains)
                .map(TemplateWords::name)
                .collect(Collectors.joining(" or "));
    }
}
