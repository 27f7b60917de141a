package app.candor.prosemirror;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of node: what it holds, which marks go inside it and which attributes it has. */
public final class NodeType {
    private final String name;
    private final int index;
    private final Map<String, @Nullable Object> spec;
    private final Set<String> groups;
    private final Attributes attributes;
    private final boolean text;
    private final boolean inline;
    private ContentMatch contentMatch = ContentMatch.EMPTY;
    private @Nullable Set<MarkType> markSet = Set.of();

    NodeType(String name, int index, Map<String, @Nullable Object> spec) {
        this.name = name;
        this.index = index;
        this.spec = spec;
        Object group = spec.get("group");
        this.groups = group == null ? Set.of() : Set.of(Json.string(group, "group").split(" "));
        this.attributes = Attributes.of(name, Json.optionalObject(spec.get("attrs"), "attributes"));
        this.text = name.equals("text");
        this.inline = text || Json.flag(spec.get("inline"), "inline");
    }

    void hold(ContentMatch match, @Nullable Set<MarkType> marks) {
        contentMatch = match;
        markSet = marks == null ? null : Set.copyOf(marks);
    }

    public String name() {
        return name;
    }

    /** Place among the node types of its schema, from 0. */
    int index() {
        return index;
    }

    public boolean isText() {
        return text;
    }

    public boolean isInline() {
        return inline;
    }

    /** Whether nothing can be inside. */
    public boolean isLeaf() {
        return contentMatch == ContentMatch.EMPTY;
    }

    /** Whether it is edited as one piece. */
    public boolean isAtom() {
        return isLeaf() || Json.flag(spec.get("atom"), "atom");
    }

    /** Whether it is a block that holds inline content. */
    public boolean isTextblock() {
        return !inline && contentMatch.inlineContent();
    }

    boolean inlineContent() {
        return contentMatch.inlineContent();
    }

    boolean inGroup(String group) {
        return groups.contains(group);
    }

    /** What this type stands for in plain text, empty unless the schema says so. */
    String leafText() {
        return spec.get("leafText") instanceof String leaf ? leaf : "";
    }

    ContentMatch contentMatch() {
        return contentMatch;
    }

    Attributes attributes() {
        return attributes;
    }

    boolean compatibleContent(NodeType other) {
        return this == other || contentMatch.compatible(other.contentMatch);
    }

    boolean allows(MarkType mark) {
        Set<MarkType> allowed = markSet;
        return allowed == null || allowed.contains(mark);
    }

    boolean allows(List<Mark> marks) {
        Set<MarkType> allowed = markSet;
        if (allowed == null || marks.isEmpty()) {
            return true;
        }
        for (Mark mark : marks) {
            if (!allowed.contains(mark.type())) {
                return false;
            }
        }
        return true;
    }

    boolean validContent(Fragment content) {
        ContentMatch end = content.fit(this, contentMatch);
        return end != null && end.validEnd();
    }

    /**
     * A node of this type whose content is not checked.
     *
     * @throws InvalidDocument if an attribute is missing, unknown or wrong, or this is text
     */
    Node create(@Nullable Map<String, @Nullable Object> attrs, Fragment content, List<Mark> marks) {
        if (text) {
            throw new InvalidDocument("Text has no attributes");
        }
        return new Node(this, attributes.complete(attrs), content, Mark.sorted(marks), null);
    }

    @Override
    public String toString() {
        return name;
    }
}
