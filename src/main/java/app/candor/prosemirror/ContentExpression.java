package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content expression such as {@code paragraph block*}: which children, in which order.
 *
 * <p>Grammar and meaning are those of prosemirror-model.
 */
sealed interface ContentExpression {
    /** Stands for no upper bound. */
    int UNBOUNDED = -1;

    record One(NodeType type) implements ContentExpression {}

    record Choice(List<ContentExpression> options) implements ContentExpression {}

    record Sequence(List<ContentExpression> parts) implements ContentExpression {}

    record Repeat(int least, int most, ContentExpression part) implements ContentExpression {}

    /**
     * @throws InvalidDocument if it is malformed or names no node type or group
     */
    static ContentExpression parse(String text, Map<String, NodeType> types) {
        Reader reader = new Reader(text, types);
        ContentExpression parsed = reader.choice();
        if (reader.next < reader.tokens.size()) {
            throw reader.malformed();
        }
        return parsed;
    }

    /** Reads one expression by recursive descent. */
    final class Reader {
        private static final Pattern TOKEN = Pattern.compile("\\w+|\\S");

        private final List<String> tokens = new ArrayList<>();
        private final String text;
        private final Map<String, NodeType> types;
        private int next;

        private Reader(String text, Map<String, NodeType> types) {
            this.text = text;
            this.types = types;
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
        }

        private ContentExpression choice() {
            List<ContentExpression> options = new ArrayList<>();
            do {
                options.add(sequence());
            } while (eat("|"));
            return options.size() == 1 ? options.getFirst() : new Choice(options);
        }

        private ContentExpression sequence() {
            List<ContentExpression> parts = new ArrayList<>();
            do {
                parts.add(repeated());
            } while (next < tokens.size() && !peek(")") && !peek("|"));
            return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
        }

        private ContentExpression repeated() {
            ContentExpression part = atom();
            while (true) {
                if (eat("+")) {
                    part = new Repeat(1, UNBOUNDED, part);
                } else if (eat("*")) {
                    part = new Repeat(0, UNBOUNDED, part);
                } else if (eat("?")) {
                    part = new Repeat(0, 1, part);
                } else if (eat("{")) {
                    part = range(part);
                } else {
                    return part;
                }
            }
        }

        private ContentExpression range(ContentExpression part) {
            int least = count();
            int most = least;
            if (eat(",")) {
                most = peek("}") ? UNBOUNDED : count();
            }
            if (!eat("}")) {
                throw malformed();
            }
            return new Repeat(least, most, part);
        }

        private int count() {
            String token = take();
            if (!token.matches("\\d{1,3}")) {
                throw malformed();
            }
            return Integer.parseInt(token);
        }

        private ContentExpression atom() {
            if (eat("(")) {
                ContentExpression inner = choice();
                if (!eat(")")) {
                    throw malformed();
                }
                return inner;
            }
            return named(take());
        }

        private ContentExpression named(String name) {
            NodeType type = types.get(name);
            if (type != null) {
                return new One(type);
            }
            Collection<NodeType> all = types.values();
            List<ContentExpression> group = new ArrayList<>();
            for (NodeType member : all) {
                if (member.inGroup(name)) {
                    group.add(new One(member));
                }
            }
            if (group.isEmpty()) {
                throw malformed();
            }
            return group.size() == 1 ? group.getFirst() : new Choice(group);
        }

        private String take() {
            if (next == tokens.size()) {
                throw malformed();
            }
            return tokens.get(next++);
        }

        private boolean peek(String token) {
            return next < tokens.size() && tokens.get(next).equals(token);
        }

        private boolean eat(String token) {
            boolean eaten = peek(token);
            if (eaten) {
                next++;
            }
            return eaten;
        }

        private InvalidDocument malformed() {
            return new InvalidDocument("No content expression: " + text);
        }
    }
}
