package app.candor.prosemirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which nodes and marks a document may have, and how they nest. */
public final class Schema {
    private final String hash;
    private final Map<String, NodeType> nodeTypes = new LinkedHashMap<>();
    private final Map<String, MarkType> markTypes = new LinkedHashMap<>();
    private final NodeType topNode;

    private Schema(Map<String, @Nullable Object> spec) {
        hash = Json.sha256(Json.canonical(spec));
        List<Declaration> nodes = Declaration.all(spec.get("nodes"));
        List<Declaration> marks = Declaration.all(spec.get("marks"));
        for (Declaration node : nodes) {
            nodeTypes.put(node.name, new NodeType(node.name, nodeTypes.size(), node.spec));
        }
        for (Declaration mark : marks) {
            markTypes.put(mark.name, new MarkType(mark.name, markTypes.size(), mark.spec));
        }
        nodes.forEach(node -> nodeType(node.name).hold(content(node.spec), marksInside(node.spec)));
        for (Declaration mark : marks) {
            MarkType type = markType(mark.name);
            type.exclude(excluded(type, mark.spec));
        }
        topNode = nodeType(Json.string(spec.getOrDefault("topNode", "doc"), "topNode"));
        nodeType("text");
    }

    /** The schema of Candor's texts: {@code schema.json}, which the editor reads too. */
    public static Schema candor() {
        return Candor.SCHEMA;
    }

    /** Read when first asked for, and once. */
    private static final class Candor {
        private static final Schema SCHEMA = read();

        private static Schema read() {
            try (InputStream in = Schema.class.getResourceAsStream("schema.json")) {
                if (in == null) {
                    throw new IllegalStateException("schema.json is not on the class path");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /**
     * @throws InvalidDocument if the JSON describes no schema
     */
    public static Schema parse(String json) {
        return new Schema(Json.object(Json.parse(json), "schema"));
    }

    /** A type as the schema spells it: {@code [name, spec]}, in a list that keeps an order. */
    private record Declaration(String name, Map<String, @Nullable Object> spec) {

        static List<Declaration> all(@Nullable Object json) {
            List<Declaration> all = new ArrayList<>();
            for (Object entry : Json.array(json, "types")) {
                List<?> pair = Json.array(entry, "type");
                if (pair.size() != 2) {
                    throw new InvalidDocument("A type is a name and what it is");
                }
                String name = Json.string(pair.get(0), "name");
                all.add(new Declaration(name, Json.object(pair.get(1), "type")));
            }
            return all;
        }
    }

    private ContentMatch content(Map<String, @Nullable Object> spec) {
        return ContentAutomaton.compile(
                Json.string(spec.getOrDefault("content", ""), "content"), nodeTypes);
    }

    /** Null for all; without a word about it, all in inline content and none elsewhere. */
    private @Nullable Set<MarkType> marksInside(Map<String, @Nullable Object> spec) {
        Object marks = spec.get("marks");
        if (marks == null) {
            return content(spec).inlineContent() ? null : Set.of();
        }
        String names = Json.string(marks, "marks");
        return names.equals("_") ? null : gather(names);
    }

    private Set<MarkType> excluded(MarkType type, Map<String, @Nullable Object> spec) {
        Object excludes = spec.get("excludes");
        return excludes == null ? Set.of(type) : gather(Json.string(excludes, "excludes"));
    }

    private Set<MarkType> gather(String names) {
        Set<MarkType> found = new LinkedHashSet<>();
        for (String name : names.isEmpty() ? List.<String>of() : List.of(names.split(" "))) {
            List<MarkType> named =
                    markTypes.values().stream().filter(type -> type.answersTo(name)).toList();
            if (named.isEmpty()) {
                throw new InvalidDocument("There is no mark or group " + name);
            }
            found.addAll(named);
        }
        return found;
    }

    /** SHA-256 of the canonical JSON of the description, 64 lower-case hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /**
     * @throws InvalidDocument if there is none of that name
     */
    public NodeType nodeType(String name) {
        NodeType type = nodeTypes.get(name);
        if (type == null) {
            throw new InvalidDocument("There is no such node type");
        }
        return type;
    }

    /**
     * @throws InvalidDocument if there is none of that name
     */
    public MarkType markType(String name) {
        MarkType type = markTypes.get(name);
        if (type == null) {
            throw new InvalidDocument("There is no such mark type");
        }
        return type;
    }

    /**
     * @throws InvalidDocument if the text is empty or holds half a character
     */
    public Node text(String words, List<Mark> marks) {
        if (words.isEmpty()) {
            throw new InvalidDocument("A text is empty");
        }
        if (JsonText.hasLoneSurrogate(words)) {
            throw new InvalidDocument("A text holds half a character");
        }
        return new Node(nodeType("text"), Map.of(), Fragment.EMPTY, Mark.sorted(marks), words);
    }

    /** A document with the least content the schema asks for: one empty paragraph. */
    public Node emptyDocument() {
        return filled(topNode);
    }

    private static Node filled(NodeType type) {
        List<NodeType> needed = type.contentMatch().fill();
        if (needed == null) {
            throw new InvalidDocument(type + " cannot be filled by itself");
        }
        List<Node> children = new ArrayList<>();
        needed.forEach(child -> children.add(filled(child)));
        return type.create(null, Fragment.joined(children), List.of());
    }

    /**
     * Reads a whole document and checks it.
     *
     * @throws InvalidDocument if it is not one of this schema
     */
    public Node readDocument(String json) {
        return document(Json.parse(json));
    }

    /**
     * Like {@link #readDocument}, from plain values: maps, lists, strings, numbers, booleans, null.
     *
     * @throws InvalidDocument if it is not one of this schema
     */
    public Node document(@Nullable Object json) {
        Node doc = Node.fromJson(this, json);
        if (doc.type() != topNode) {
            throw new InvalidDocument("A document starts with " + topNode);
        }
        doc.check();
        return doc;
    }
}
