package app.candor.coedit.margin;

import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.MarkStep;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A suggested change in words, for its card.
 *
 * @param from where it begins in the version it was made on
 * @param to where it ends there
 */
record ProposedWords(int from, int to, String removed, String added, String format) {
    private static final Map<String, String> NAMES =
            Map.of(
                    "strong", "bold",
                    "em", "italic",
                    "strike", "struck through",
                    "code", "code",
                    "underline", "underlined",
                    "link", "link");

    /**
     * @throws InvalidDocument if a step does not fit, or the document would break the schema
     */
    static ProposedWords of(Node doc, List<Step> steps) {
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        var format = new LinkedHashSet<String>();
        int from = Integer.MAX_VALUE;
        int to = 0;
        var now = doc;
        for (var step : steps) {
            switch (step) {
                case ReplaceStep(var start, var end, var slice, var structure) -> {
                    removed.add(QuotedWords.of(now.slice(start, end).content()));
                    added.add(QuotedWords.of(slice.content()));
                    from = Math.min(from, start);
                    to = Math.max(to, end);
                }
                case MarkStep(var add, var start, var end, var mark) -> {
                    var name = NAMES.getOrDefault(mark.type().name(), mark.type().name());
                    format.add(add ? name : "not " + name);
                    from = Math.min(from, start);
                    to = Math.max(to, end);
                }
                default -> format.add("another form");
            }
            now =
                    switch (step.apply(now)) {
                        case StepResult.Applied(Node next) -> next;
                        case StepResult.Failed(String reason) -> throw new InvalidDocument(reason);
                    };
        }
        now.check();
        int end = Math.min(to, doc.content().size());
        return new ProposedWords(
                Math.min(from, end), end, said(removed), said(added), String.join(", ", format));
    }

    private static String said(List<String> pieces) {
        return QuotedWords.shortened(
                pieces.stream()
                        .filter(piece -> !piece.isEmpty())
                        .collect(Collectors.joining(" … ")));
    }
}
