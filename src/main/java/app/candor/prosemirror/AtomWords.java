package app.candor.prosemirror;

/** What a fact, a mention, a point in time or a merge field says where a document is read. */
@FunctionalInterface
public interface AtomWords {

    /** Names that stand for themselves: {@code [started]}, {@code @Ada}, {@code {{customer}}}. */
    AtomWords UNRESOLVED =
            atom ->
                    switch (atom.type().name()) {
                        case "fact" -> "[" + atom.attrs().get("key") + "]";
                        case "mention" -> "@" + atom.attrs().get("label");
                        case "timestamp" -> String.valueOf(atom.attrs().get("at"));
                        case "merge_field" -> "{{" + atom.attrs().get("name") + "}}";
                        default -> "";
                    };

    /** Plain text, not escaped. */
    String of(Node atom);
}
