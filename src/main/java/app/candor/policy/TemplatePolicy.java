package app.candor.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How each kind of text begins, and which sections it has to have.
 *
 * @param templates of one kind several may stand, for types, stages and incidents with or without
 *     personal data; the one that says most about the incident is taken
 */
public record TemplatePolicy(List<Template> templates) {

    public TemplatePolicy {
        templates = List.copyOf(templates);
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("There is no template");
        }
    }

    /**
     * One template.
     *
     * @param kind {@code brain-dump}, {@code customer-email}
     * @param name as people choose it
     * @param purpose one sentence: for whom, and what they know after reading
     * @param types names of incident types it is for, such as {@code SECURITY}; none for all
     * @param stages names of stages it is for; none for all
     * @param personalData whether personal data is involved; null where it does not matter
     * @param sections in their order
     */
    public record Template(
            String kind,
            String name,
            String purpose,
            @Nullable Set<String> types,
            @Nullable Set<String> stages,
            @Nullable Boolean personalData,
            List<Section> sections) {
        public Template {
            types = types == null ? Set.of() : Set.copyOf(types);
            stages = stages == null ? Set.of() : Set.copyOf(stages);
            sections = List.copyOf(sections);
            if (kind.isBlank() || name.isBlank()) {
                throw new IllegalArgumentException("A template needs a kind and a name");
            }
            if (sections.isEmpty()) {
                throw new IllegalArgumentException("“" + name + "” has no section");
            }
        }

        private boolean suits(String type, String stage, boolean personal) {
            return (types().isEmpty() || types().contains(type))
                    && (stages().isEmpty() || stages().contains(stage))
                    && (personalData == null || personalData == personal);
        }

        private int saysAbout() {
            return (types().isEmpty() ? 0 : 4)
                    + (stages().isEmpty() ? 0 : 2)
                    + (personalData == null ? 0 : 1);
        }

        @Override
        public Set<String> types() {
            return types == null ? Set.of() : types;
        }

        @Override
        public Set<String> stages() {
            return stages == null ? Set.of() : stages;
        }

        /** The whole template in line markup, sections without a title run on. */
        public String text() {
            var text = new StringBuilder();
            for (var section : sections) {
                if (!section.title().isEmpty()) {
                    text.append("# ").append(section.title()).append('\n');
                }
                text.append(section.text()).append('\n');
                if (section.text().isBlank()) {
                    text.append(".\n");
                }
            }
            return text.toString();
        }
    }

    /**
     * A part of a text.
     *
     * @param title its heading; empty for a part without one
     * @param required whether the text is incomplete while it says nothing
     * @param fresh whether it has to be looked at again in every stage
     * @param hint one sentence about what belongs there, shown while it is empty
     * @param text what stands there at the beginning, in line markup
     */
    public record Section(
            @Nullable String title,
            boolean required,
            boolean fresh,
            @Nullable String hint,
            @Nullable String text) {
        @Override
        public String title() {
            return title == null ? "" : title;
        }

        @Override
        public String hint() {
            return hint == null ? "" : hint;
        }

        @Override
        public String text() {
            return text == null ? "" : text;
        }
    }

    /**
     * The template for a text that is begun now.
     *
     * @param type name of the incident's type; empty while it is not declared
     * @param stage name of its stage; empty where there is no incident
     */
    public Optional<Template> pick(String kind, String type, String stage, boolean personalData) {
        return of(kind).filter(each -> each.suits(type, stage, personalData))
                .max(Comparator.comparingInt(Template::saysAbout));
    }

    /** The template of that name, whatever incident it is for. */
    public Optional<Template> named(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name)).findFirst();
    }

    private Stream<Template> of(String kind) {
        return templates.stream().filter(each -> each.kind().equals(kind));
    }
}
