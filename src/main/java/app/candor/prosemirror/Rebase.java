package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;

/**
 * A commit moved over others that came first, the way prosemirror-collab does it in the browser.
 *
 * @param doc the document after the steps that are left; {@link Node#check()} it before keeping it
 * @param steps what is left of the commit: steps that vanished or no longer fit are dropped
 */
public record Rebase(Node doc, List<Step> steps) {

    /**
     * Applies a commit without moving it.
     *
     * @throws InvalidDocument if a step does not fit
     */
    public static Rebase apply(Node doc, List<Step> steps) {
        Node current = doc;
        for (Step step : steps) {
            current =
                    switch (step.apply(current)) {
                        case StepResult.Applied(Node next) -> next;
                        case StepResult.Failed(String reason) -> throw new InvalidDocument(reason);
                    };
        }
        return new Rebase(current, List.copyOf(steps));
    }

    /**
     * Undoes the commit, lets the others go first, and does again what is still possible; all of it
     * by mapping, so the document the commit was made on is not needed.
     *
     * @param current the document after the other commits
     * @param own the steps of the commit, made on a document the others do not show in
     * @param over the maps of the other commits' steps, oldest first
     * @throws InvalidDocument if a step points outside of the document
     */
    public static Rebase over(Node current, List<Step> own, List<StepMap> over) {
        Mapping mapping = new Mapping();
        for (int i = own.size() - 1; i >= 0; i--) {
            mapping.append(own.get(i).getMap().invert());
        }
        over.forEach(mapping::append);
        Node doc = current;
        List<Step> kept = new ArrayList<>(own.size());
        for (int i = 0; i < own.size(); i++) {
            int undone = own.size() - i - 1;
            Step mapped = own.get(i).map(mapping.from(undone + 1));
            if (mapped != null && mapped.apply(doc) instanceof StepResult.Applied(Node next)) {
                doc = next;
                kept.add(mapped);
                mapping.append(mapped.getMap());
                mapping.mirror(undone, mapping.size() - 1);
            }
        }
        return new Rebase(doc, List.copyOf(kept));
    }
}
