package app.candor.prosemirror;

/** Which nodes and marks a document may have, and how they nest. */
public final class Schema {

    private Schema() {}

    /** The schema of Candor's texts: {@code schema.json}, which the editor reads too. */
    public static Schema candor() {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws InvalidDocument if the JSON describes no schema
     */
    public static Schema parse(String json) {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the canonical JSON of the description, 64 lower-case hexadecimal digits. */
    public String hash() {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws InvalidDocument if there is none of that name
     */
    public NodeType nodeType(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws InvalidDocument if there is none of that name
     */
    public MarkType markType(String name) {
        throw new UnsupportedOperationException();
    }

    /** A document with the least content the schema asks for: one empty paragraph. */
    public Node emptyDocument() {
        throw new UnsupportedOperationException();
    }

    /** Shorthand for {@link Node#fromJson} of JSON text. */
    public Node readDocument(String json) {
        return Node.fromJson(this, Json.parse(json));
    }
}
