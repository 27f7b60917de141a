package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a fragment together from nodes and from runs of other fragments' children, whose parts it
 * shares. A text joins the text before it if their marks are equal.
 *
 * <p>Any two parts side by side hold more than {@link Fragment#PART} children, so however a text is
 * edited there are less than twice as many parts as there must be.
 */
final class FragmentBuilder {
    private List<Fragment> parts = List.of();

    /** What follows the parts. */
    private Node[] run = new Node[4];

    private int length;

    void add(Node node) {
        if (node.isText() && joins(node)) {
            if (length == 0) {
                reopen();
            }
            Node last = run[length - 1];
            run[length - 1] = last.withText(last.text().concat(node.text()));
        } else {
            reserve(1);
            run[length++] = node;
        }
    }

    /** Adds the children of a fragment from one index up to but without another. */
    void addRange(Fragment content, int from, int to) {
        if (!content.isLong()) {
            addPart(content, from, to);
            return;
        }
        int start = 0;
        for (Fragment part : content.parts()) {
            int end = start + part.childCount();
            addPart(part, Math.max(from, start) - start, Math.min(to, end) - start);
            start = end;
        }
    }

    Fragment build() {
        if (parts.isEmpty() && length <= Fragment.PART) {
            return Fragment.part(run, 0, length);
        }
        close();
        return Fragment.ofParts(parts);
    }

    private boolean joins(Node text) {
        Node last = null;
        if (length > 0) {
            last = run[length - 1];
        } else if (!parts.isEmpty()) {
            Node[] before = parts.getLast().array();
            last = before[before.length - 1];
        }
        return last != null && last.sameMarkup(text);
    }

    private void addPart(Fragment part, int from, int to) {
        if (from >= to) {
            return;
        }
        Node[] nodes = part.array();
        if (from == 0 && to == nodes.length && shareable(nodes)) {
            close();
            parts.add(part);
            return;
        }
        add(nodes[from]);
        int more = to - from - 1;
        reserve(more);
        System.arraycopy(nodes, from + 1, run, length, more);
        length += more;
    }

    /** Whether a part is worth keeping as it is after what was added so far. */
    private boolean shareable(Node[] nodes) {
        int before = length > 0 || parts.isEmpty() ? length : parts.getLast().childCount();
        return 2 * nodes.length > Fragment.PART
                && (before == 0 || before + nodes.length > Fragment.PART)
                && !(nodes[0].isText() && joins(nodes[0]));
    }

    /** Makes parts of the run: one with the part before it if both are small, else of even size. */
    private void close() {
        if (parts.isEmpty()) {
            parts = new ArrayList<>();
        } else if (length > 0 && parts.getLast().childCount() + length <= Fragment.PART) {
            reopen();
        }
        int pieces = (length + Fragment.PART - 1) / Fragment.PART;
        for (int i = 0; i < pieces; i++) {
            int from = (int) ((long) length * i / pieces);
            int to = (int) ((long) length * (i + 1) / pieces);
            parts.add(Fragment.part(run, from, to));
        }
        length = 0;
    }

    /** Takes the last part back into the run. */
    private void reopen() {
        Node[] last = parts.removeLast().array();
        reserve(last.length);
        System.arraycopy(run, 0, run, last.length, length);
        System.arraycopy(last, 0, run, 0, last.length);
        length += last.length;
    }

    private void reserve(int more) {
        if (length + more > run.length) {
            run = Arrays.copyOf(run, Math.max(length + more, run.length * 2));
        }
    }
}
