package app.candor.prosemirror;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a document, and with it everything below; the root is the document. */
public final class Node {
    private final NodeType type;
    private final Map<String, @Nullable Object> attrs;
    private final Fragment content;
    private final List<Mark> marks;
    private final @Nullable String text;

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

    /** Size in positions, its own opening and closing included. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** All text below, blocks parted by the separator. */
    public String textContent(String blockSeparator) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws InvalidDocument if anything breaks the schema or {@link Limits#STANDARD}
     */
    public void check() {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws InvalidDocument if the JSON is no node of the schema or beyond the standard limits
     */
    public static Node fromJson(Schema schema, @Nullable Object json) {
        throw new UnsupportedOperationException();
    }

    public Map<String, @Nullable Object> toJson() {
        throw new UnsupportedOperationException();
    }

    /** The one spelling of this document: see {@link Json#canonical}. */
    public String canonicalJson() {
        return Json.canonical(toJson());
    }

    /** SHA-256 of the canonical spelling in UTF-8, 64 lower-case hexadecimal digits. */
    public String hash() {
        return Json.sha256(canonicalJson());
    }
}
