package app.candor.incident;

import app.candor.policy.TemplatePolicy.Section;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which required sections of a document say something, and which of them were not looked at since
 * the incident entered its stage.
 *
 * @param sections required ones, in the order of the template
 */
public record Completeness(List<State> sections) {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Completeness {
        sections = List.copyOf(sections);
    }

    /** How a section stands. */
    public enum Standing {
        WRITTEN("written"),
        /** It says nothing beyond the template. */
        EMPTY("empty"),
        /** No heading of that name is there. */
        MISSING("missing"),
        /** Unchanged since before the stage. */
        OLDER("older than the stage");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One required section. */
    public record State(String title, Standing standing) {}

    /**
     * @param atStage the document as the incident entered its stage; null where it is not older
     */
    static Completeness of(Template template, Node now, @Nullable Node atStage) {
        var begun = bodies(LineMarkup.read(template.text()));
        var written = bodies(now);
        var before = atStage == null ? Map.<String, List<Node>>of() : bodies(atStage);
        var states = new ArrayList<State>();
        for (var section : template.sections()) {
            if (section.required() && !section.title().isEmpty()) {
                states.add(new State(section.title(), standing(section, begun, written, before)));
            }
        }
        return new Completeness(states);
    }

    private static Standing standing(
            Section section,
            Map<String, List<Node>> begun,
            Map<String, List<Node>> written,
            Map<String, List<Node>> before) {
        var title = plain(section.title());
        var body = written.get(title);
        if (body == null) {
            return Standing.MISSING;
        }
        if (body.equals(begun.get(title)) || body.stream().noneMatch(Completeness::saysAnything)) {
            return Standing.EMPTY;
        }
        return section.fresh() && body.equals(before.get(title))
                ? Standing.OLDER
                : Standing.WRITTEN;
    }

    /** How many of the required sections are written and fresh. */
    public long written() {
        return sections.stream().filter(one -> one.standing() == Standing.WRITTEN).count();
    }

    /** Those that ask for somebody. */
    public List<State> gaps() {
        return sections.stream().filter(one -> one.standing() != Standing.WRITTEN).toList();
    }

    /** What stands below each heading, up to the next of the same level or above. */
    private static Map<String, List<Node>> bodies(Node doc) {
        var bodies = new HashMap<String, List<Node>>();
        var open = new ArrayList<Open>();
        for (var block : doc.content().children()) {
            if (block.type().name().equals("heading")) {
                var level =
                        ((Number) java.util.Objects.requireNonNull(block.attrs().get("level")))
                                .intValue();
                open.removeIf(one -> one.level >= level);
                open.forEach(one -> one.body.add(block));
                var below = new Open(level, new ArrayList<>());
                bodies.putIfAbsent(plain(block.textContent("")), below.body);
                open.add(below);
            } else {
                open.forEach(one -> one.body.add(block));
            }
        }
        return bodies;
    }

    private record Open(int level, List<Node> body) {}

    static boolean saysAnything(Node node) {
        return !node.text().isBlank()
                || node.type().name().matches("fact|image|mention|timestamp")
                || node.content().children().stream().anyMatch(Completeness::saysAnything);
    }

    private static String plain(String title) {
        return SIGNS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
