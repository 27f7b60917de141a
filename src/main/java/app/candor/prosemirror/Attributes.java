package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes a node or mark type declares, in the order of the schema. */
final class Attributes {

    /**
     * One declared attribute.
     *
     * @param types what {@code validate} allows, empty for anything
     */
    private record Attribute(
            String name, boolean required, @Nullable Object preset, List<String> types) {

        @Nullable Object accept(@Nullable Object given) {
            Object value = normal(given);
            if (!types.isEmpty() && types.stream().noneMatch(type -> isA(type, value))) {
                throw new InvalidDocument("Attribute " + name + " has the wrong type");
            }
            AttributeRules.check(name, value);
            return value;
        }
    }

    private final String owner;
    private final Map<String, Attribute> declared = new LinkedHashMap<>();
    private final @Nullable Map<String, @Nullable Object> defaults;

    private Attributes(String owner, @Nullable Map<String, @Nullable Object> spec) {
        this.owner = owner;
        Map<String, @Nullable Object> presets = new LinkedHashMap<>();
        if (spec != null) {
            spec.forEach((name, json) -> declare(name, Json.object(json, name), presets));
        }
        boolean complete = declared.values().stream().noneMatch(Attribute::required);
        this.defaults = complete ? Collections.unmodifiableMap(presets) : null;
    }

    /**
     * @param spec the {@code attrs} of a node or mark in the schema
     */
    static Attributes of(String owner, @Nullable Map<String, @Nullable Object> spec) {
        return new Attributes(owner, spec);
    }

    private void declare(
            String name,
            Map<String, @Nullable Object> spec,
            Map<String, @Nullable Object> presets) {
        Object validate = spec.get("validate");
        List<String> types =
                validate == null
                        ? List.of()
                        : List.of(Json.string(validate, "validate").split("\\|"));
        Object preset = normal(spec.get("default"));
        declared.put(name, new Attribute(name, !spec.containsKey("default"), preset, types));
        presets.put(name, preset);
    }

    boolean isEmpty() {
        return declared.isEmpty();
    }

    boolean declares(String name) {
        return declared.containsKey(name);
    }

    /** Whether something must be given, because there is no default. */
    boolean required() {
        return defaults == null;
    }

    /** The values given, checked, and the defaults of all others. */
    Map<String, @Nullable Object> complete(@Nullable Map<String, @Nullable Object> given) {
        if (defaults != null && (given == null || given.isEmpty())) {
            return defaults;
        }
        Map<String, @Nullable Object> values = given == null ? Map.of() : given;
        for (String name : values.keySet()) {
            if (!declared.containsKey(name)) {
                throw new InvalidDocument(owner + " has no such attribute");
            }
        }
        Map<String, @Nullable Object> built = new LinkedHashMap<>();
        for (Attribute attribute : declared.values()) {
            if (values.containsKey(attribute.name)) {
                built.put(attribute.name, attribute.accept(values.get(attribute.name)));
            } else if (attribute.required) {
                throw new InvalidDocument(owner + " needs the attribute " + attribute.name);
            } else {
                built.put(attribute.name, attribute.preset);
            }
        }
        return Collections.unmodifiableMap(built);
    }

    /** An immutable copy in which equal JSON values are equal objects. */
    static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Number number -> Json.number(number.doubleValue());
            case String text -> {
                AttributeRules.checkText(text);
                yield text;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                for (Object element : list) {
                    if (element instanceof List<?> || element instanceof Map<?, ?>) {
                        throw new InvalidDocument("An attribute is nested too deep");
                    }
                    copy.add(normal(element));
                }
                yield Collections.unmodifiableList(copy);
            }
            default -> throw new InvalidDocument("An attribute is no plain value");
        };
    }

    private static boolean isA(String type, @Nullable Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            case "number[]" ->
                    value instanceof List<?> list
                            && list.stream().allMatch(Number.class::isInstance);
            default -> false;
        };
    }
}
