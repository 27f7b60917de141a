package app.candor.incident;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document without what nobody wrote yet: empty lines, and headings with nothing below. */
final class WrittenParts {
    private WrittenParts() {}

    /** Empty if nothing is left. */
    static Optional<Node> of(Node doc) {
        var kept = new ArrayDeque<Node>();
        for (var block : doc.content().children().reversed()) {
            if (isHeading(block) ? leads(block, kept) : Completeness.saysAnything(block)) {
                kept.addFirst(block);
            }
        }
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Schema.candor()
                                .document(
                                        Map.of(
                                                "type",
                                                "doc",
                                                "content",
                                                List.copyOf(kept).stream()
                                                        .map(Node::toJson)
                                                        .toList())));
    }

    /** Something follows before the next heading of its level or above. */
    private static boolean leads(Node heading, ArrayDeque<Node> below) {
        var next = below.peekFirst();
        return next != null && (!isHeading(next) || level(next) > level(heading));
    }

    private static boolean isHeading(Node block) {
        return block.type().name().equals("heading");
    }

    private static long level(Node heading) {
        return heading.attrs().get("level") instanceof Long level ? level : 1;
    }
}
