package app.candor.prosemirror;

/** A kind of node. */
public final class NodeType {
    private final String name;

    NodeType(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
