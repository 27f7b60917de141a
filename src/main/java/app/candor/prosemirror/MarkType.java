package app.candor.prosemirror;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of mark, with its rank among the others and what it shuts out. */
public final class MarkType {
    private final String name;
    private final int rank;
    private final Attributes attributes;
    private Set<MarkType> excluded = Set.of();

    MarkType(String name, int rank, Attributes attributes) {
        this.name = name;
        this.rank = rank;
        this.attributes = attributes;
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

    /**
     * @throws InvalidDocument if an attribute is missing, unknown or of the wrong type
     */
    public Mark create(@Nullable Map<String, @Nullable Object> attrs) {
        return new Mark(this, attributes.complete(attrs));
    }

    Attributes attributes() {
        return attributes;
    }

    @Override
    public String toString() {
        return name;
    }
}
