package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of a document, and with it everything below; the root is the document. Immutable. */
public final class Node {
    private final NodeType type;
    private final Map<String, @Nullable Object> attrs;
    private final Fragment content;
    private final List<Mark> marks;
    private final @Nullable String text;

    /** Found valid before: set once, never taken back, so a race only repeats the check. */
    private boolean checked;

    Node(
            NodeType type,
            Map<String, @Nullable Object> attrs,
            Fragment content,
            List<Mark> marks,
            @Nullable String text) {
        this.type = type;
        this.attrs = attrs;
        this.content = content;
        this.marks = marks;
        this.text = text;
    }

    public NodeType type() {
        return type;
    }

    /** Values by name, in the order of the schema. */
    public Map<String, @Nullable Object> attrs() {
        return attrs;
    }

    public Fragment content() {
        return content;
    }

    public List<Mark> marks() {
        return marks;
    }

    /** The words of a text node, empty for any other. */
    public String text() {
        return text == null ? "" : text;
    }

    public boolean isText() {
        return text != null;
    }

    public boolean isLeaf() {
        return type.isLeaf();
    }

    private boolean isLeafBlock() {
        return type.isLeaf() && !type.isInline();
    }

    /** Size in positions, its own opening and closing included. */
    public int size() {
        if (text != null) {
            return text.length();
        }
        return type.isLeaf() ? 1 : content.size() + 2;
    }

    /** All text below, blocks parted by the separator. */
    public String textContent(String blockSeparator) {
        return text == null ? textBetween(0, content.size(), blockSeparator) : text;
    }

    /**
     * The text between two positions in this node's content, blocks parted by the separator.
     *
     * @throws InvalidDocument if a position is outside
     */
    public String textBetween(int from, int to, String blockSeparator) {
        if (from < 0 || to > content.size() || from > to) {
            throw new InvalidDocument("No such range: " + from + " to " + to);
        }
        StringBuilder out = new StringBuilder();
        boolean[] first = {true};
        content.between(
                from,
                to,
                0,
                (node, pos) -> {
                    String words =
                            node.text != null
                                    ? node.text.substring(
                                            Math.max(from - pos, 0),
                                            Math.min(to - pos, node.text.length()))
                                    : node.isLeaf() ? node.type.leafText() : "";
                    if (node.type.isTextblock() || node.isLeafBlock() && !words.isEmpty()) {
                        out.append(first[0] ? "" : blockSeparator);
                        first[0] = false;
                    }
                    out.append(words);
                });
        return out.toString();
    }

    boolean sameMarkup(Node other) {
        return type == other.type
                && (attrs == other.attrs || attrs.equals(other.attrs))
                && (marks == other.marks || marks.equals(other.marks));
    }

    Node withText(String words) {
        if (words.isEmpty()) {
            throw new InvalidDocument("A text is empty");
        }
        return words.equals(text) ? this : new Node(type, attrs, content, marks, words);
    }

    /** This node around other content. */
    Node copy(Fragment other) {
        return other == content ? this : new Node(type, attrs, other, marks, text);
    }

    Node withMarks(List<Mark> other) {
        return other == marks ? this : new Node(type, attrs, content, other, text);
    }

    /**
     * A piece of this document.
     *
     * @throws InvalidDocument if a position is outside
     */
    public Slice slice(int from, int to) {
        if (from == to) {
            return Slice.EMPTY;
        }
        ResolvedPos start = resolve(from);
        ResolvedPos end = resolve(to);
        int depth = start.sharedDepth(to);
        int offset = start.start(depth);
        Fragment piece = start.node(depth).content.cut(from - offset, to - offset);
        return new Slice(piece, start.depth() - depth, end.depth() - depth);
    }

    /**
     * Puts a slice in the place of a range.
     *
     * @throws ReplaceFailed if the slice does not fit there
     * @throws InvalidDocument if a position is outside
     */
    Node replace(int from, int to, Slice slice) {
        ResolvedPos start = resolve(from);
        return Replacement.replace(start, from == to ? start : resolve(to), slice);
    }

    /**
     * @throws InvalidDocument if the position is outside
     */
    public ResolvedPos resolve(int pos) {
        return ResolvedPos.resolve(this, pos);
    }

    /**
     * The node right after a position, or the text around it; null at the end of a parent.
     *
     * @throws InvalidDocument if the position is outside
     */
    public @Nullable Node nodeAt(int pos) {
        Node node = this;
        int rest = pos;
        while (true) {
            Fragment.Place place = node.content.find(rest);
            Node child = node.content.maybeChild(place.index());
            if (child == null || place.offset() == rest || child.isText()) {
                return child;
            }
            rest -= place.offset() + 1;
            node = child;
        }
    }

    /** Whether the children from one index to another could be replaced by these. */
    boolean canReplace(int from, int to, Fragment replacement) {
        ContentMatch before = type.contentMatch().match(content, 0, from);
        if (before == null) {
            throw new InvalidDocument("Content does not fit its node");
        }
        ContentMatch middle = before.match(replacement, 0, replacement.childCount());
        ContentMatch end = middle == null ? null : middle.match(content, to, content.childCount());
        if (end == null || !end.validEnd()) {
            return false;
        }
        for (Node child : replacement.children()) {
            if (!type.allows(child.marks)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes sure that this follows the schema to the last leaf.
     *
     * @throws InvalidDocument if it does not, or is larger than {@link Limits#STANDARD}
     */
    public void check() {
        checkLimits(Limits.STANDARD);
        checkTree();
    }

    void checkLimits(Limits limits) {
        if (content.depth() > limits.depth()) {
            throw new InvalidDocument("Nested deeper than " + limits.depth());
        }
        if (content.nodes() > limits.nodes() || size() > limits.size()) {
            throw new InvalidDocument("Larger than allowed");
        }
    }

    void checkTree() {
        if (checked) {
            return;
        }
        if (!type.validContent(content)) {
            throw new InvalidDocument("Content does not fit in " + type);
        }
        if (text != null && JsonText.hasLoneSurrogate(text)) {
            throw new InvalidDocument("A text holds half a character");
        }
        if (!type.attributes().complete(attrs).equals(attrs)) {
            throw new InvalidDocument("Attributes of " + type + " are incomplete");
        }
        List<Mark> set = List.of();
        for (Mark mark : marks) {
            mark.type().create(mark.attrs());
            set = mark.addTo(set);
        }
        if (!set.equals(marks)) {
            throw new InvalidDocument("Marks that shut each other out on " + type);
        }
        content.checkTrees();
        checked = true;
    }

    /**
     * Reads a node without checking whether its content fits; {@link #check()} does.
     *
     * @throws InvalidDocument if the JSON is no node of the schema or beyond the standard limits
     */
    public static Node fromJson(Schema schema, @Nullable Object json) {
        return NodeJson.read(schema, json, new Budget(Limits.STANDARD));
    }

    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", type.name());
        if (!attrs.isEmpty()) {
            json.put("attrs", attrs);
        }
        if (content.size() > 0) {
            json.put("content", content.toJson());
        }
        if (!marks.isEmpty()) {
            json.put("marks", marks.stream().map(Mark::toJson).toList());
        }
        if (text != null) {
            json.put("text", text);
        }
        return json;
    }

    /** The one spelling of this document: see {@link Json#canonical}. */
    public String canonicalJson() {
        return Json.canonical(toJson());
    }

    /** SHA-256 of the canonical spelling in UTF-8, 64 lower-case hexadecimal digits. */
    public String hash() {
        return Json.sha256(canonicalJson());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Node node
                        && sameMarkup(node)
                        && Objects.equals(text, node.text)
                        && content.equals(node.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type.name(), attrs, text, content);
    }

    @Override
    public String toString() {
        return text != null ? Json.print(text) : type.name() + (content.size() > 0 ? content : "");
    }
}
