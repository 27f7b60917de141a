package app.candor.prosemirror;

import app.candor.prosemirror.ContentExpression.Choice;
import app.candor.prosemirror.ContentExpression.One;
import app.candor.prosemirror.ContentExpression.Repeat;
import app.candor.prosemirror.ContentExpression.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a content expression to a deterministic automaton, by way of one that is not.
 *
 * <p>Edges keep the order of the expression: the first one decides what fills an empty node.
 */
final class ContentAutomaton {
    private record Edge(@Nullable NodeType type, int to) {}

    private final List<List<Edge>> states = new ArrayList<>();
    private final Map<List<Integer>, ContentMatch> explored = new HashMap<>();
    private final int end;

    private ContentAutomaton(ContentExpression expression) {
        int start = state();
        end = state();
        connect(expression, start, end);
    }

    static ContentMatch compile(String expression, Map<String, NodeType> types) {
        if (expression.isBlank()) {
            return ContentMatch.EMPTY;
        }
        ContentAutomaton automaton =
                new ContentAutomaton(ContentExpression.parse(expression, types));
        return automaton.explore(automaton.closure(List.of(0)));
    }

    private int state() {
        states.add(new ArrayList<>());
        return states.size() - 1;
    }

    private void edge(int from, int to, @Nullable NodeType type) {
        states.get(from).add(new Edge(type, to));
    }

    private void connect(ContentExpression expression, int from, int to) {
        switch (expression) {
            case One(NodeType type) -> edge(from, to, type);
            case Choice(List<ContentExpression> options) ->
                    options.forEach(option -> connect(option, from, to));
            case Sequence(List<ContentExpression> parts) -> {
                int at = from;
                for (ContentExpression part : parts) {
                    int next = state();
                    connect(part, at, next);
                    at = next;
                }
                edge(at, to, null);
            }
            case Repeat repeat -> repeat(repeat, from, to);
        }
    }

    private void repeat(Repeat repeat, int from, int to) {
        int at = from;
        for (int i = 0; i < repeat.least(); i++) {
            int next = state();
            connect(repeat.part(), at, next);
            at = next;
        }
        if (repeat.most() == ContentExpression.UNBOUNDED) {
            int loop = state();
            edge(at, loop, null);
            connect(repeat.part(), loop, loop);
            at = loop;
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            int next = state();
            edge(at, next, null);
            connect(repeat.part(), at, next);
            at = next;
        }
        edge(at, to, null);
    }

    /** All states reachable without a node, in the order they are met. */
    private List<Integer> closure(Iterable<Integer> from) {
        List<Integer> reached = new ArrayList<>();
        from.forEach(state -> reach(state, reached));
        return reached;
    }

    private void reach(int state, List<Integer> reached) {
        if (reached.contains(state)) {
            return;
        }
        reached.add(state);
        for (Edge edge : states.get(state)) {
            if (edge.type == null) {
                reach(edge.to, reached);
            }
        }
    }

    private ContentMatch explore(List<Integer> members) {
        List<Integer> key = members.stream().sorted(Comparator.naturalOrder()).toList();
        ContentMatch known = explored.get(key);
        if (known != null) {
            return known;
        }
        ContentMatch match = new ContentMatch(members.contains(end));
        explored.put(key, match);
        Map<NodeType, TreeSet<Integer>> targets = new LinkedHashMap<>();
        for (int member : members) {
            for (Edge edge : states.get(member)) {
                if (edge.type != null) {
                    targets.computeIfAbsent(edge.type, type -> new TreeSet<>()).add(edge.to);
                }
            }
        }
        targets.forEach((type, to) -> match.add(type, explore(closure(to))));
        return match;
    }
}
