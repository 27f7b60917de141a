package app.candor.prosemirror;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of mark, with its rank among the others and what it shuts out. */
public final class MarkType {
    private final String name;
    private final int rank;
    private final Set<String> groups;
    private final Attributes attributes;
    private Set<MarkType> excluded = Set.of();

    MarkType(String name, int rank, Map<String, @Nullable Object> spec) {
        this.name = name;
        this.rank = rank;
        this.groups =
                spec.get("group") instanceof String group ? Set.of(group.split(" ")) : Set.of();
        this.attributes = Attributes.of(name, Json.optionalObject(spec.get("attrs"), "attributes"));
    }

    void exclude(Set<MarkType> types) {
        excluded = Set.copyOf(types);
    }

    public String name() {
        return name;
    }

    /** Place in a mark set, 0 first. */
    public int rank() {
        return rank;
    }

    public boolean excludes(MarkType other) {
        return excluded.contains(other);
    }

    /** Whether a list of marks in the schema means this one: by name, by group, or all of them. */
    boolean answersTo(String listed) {
        return listed.equals("_") || listed.equals(name) || groups.contains(listed);
    }

    /**
     * @throws InvalidDocument if an attribute is missing, unknown or of the wrong type
     */
    public Mark create(@Nullable Map<String, @Nullable Object> attrs) {
        return new Mark(this, attributes.complete(attrs));
    }

    @Override
    public String toString() {
        return name;
    }
}
