package app.candor.prosemirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("oracle")
class OracleTest {
    private static final int STEPS = Boolean.getBoolean("candor.long") ? 200_000 : 5_000;

    private final List<String> mismatches = new ArrayList<>();
    private int steps;
    private int rebases;
    private @Nullable Schema schema;
    private @Nullable StepWire wire;

    @ParameterizedTest(name = "variant schema: {0}")
    @ValueSource(booleans = {false, true})
    void randomEditingComesOutAsInProseMirrorItself(boolean variant) throws Exception {
        long seed = Long.getLong("candor.seed", System.nanoTime() & 0x7fffffff);
        System.out.println("Oracle seed " + seed + ", variant " + variant);
        Oracle.run(seed, STEPS, variant, this::replay);
        System.out.printf(
                "Oracle: %,d steps, %,d rebased commits, %d mismatches%n",
                steps, rebases, mismatches.size());
        assertThat(mismatches).as("seed %d", seed).isEmpty();
        assertThat(steps).isGreaterThanOrEqualTo(STEPS);
    }

    private void replay(Map<String, @Nullable Object> line) {
        if (mismatches.size() > 20) {
            return;
        }
        switch (Json.string(line.get("kind"), "kind")) {
            case "schema" -> {
                schema = Schema.parse(Json.print(line.get("schema")));
                wire = new StepWire(schema);
                same("schema", line.get("hash"), schema.hash(), line);
            }
            case "edit" -> edit(line);
            default -> rebase(line);
        }
    }

    private void edit(Map<String, @Nullable Object> line) {
        Node start = Node.fromJson(schema(), line.get("doc"));
        same("document", line.get("doc"), start.toJson(), line);
        same("text", line.get("text"), start.textContent("\n"), line);
        Mapping there = new Mapping();
        Node doc = start;
        for (Object entry : Json.array(line.get("steps"), "steps")) {
            doc = step(doc, Json.object(entry, "step"), there);
        }
        same("document after", line.get("after"), doc.toJson(), line);
        for (Object entry : Json.array(line.get("mapped"), "mapped")) {
            mapped(there, Json.object(entry, "mapped"));
        }
        for (Object entry : Json.array(line.get("misfits"), "misfits")) {
            Map<String, @Nullable Object> misfit = Json.object(entry, "misfit");
            same("misfit", misfit.get("outcome"), outcome(doc, misfit.get("step")), misfit);
        }
    }

    private Node step(Node doc, Map<String, @Nullable Object> expected, Mapping there) {
        steps++;
        Step step = Step.fromJson(schema(), expected.get("step"));
        same("step", expected.get("step"), step.toJson(), expected);
        Object sent = Json.parse(Json.print(wire().write(step)));
        same("short form", expected.get("step"), wire().read(sent).toJson(), expected);
        if (!(step.apply(doc) instanceof StepResult.Applied(Node after))) {
            mismatches.add("does not apply: " + Json.print(expected));
            return doc;
        }
        same("hash", expected.get("hash"), after.hash(), expected);
        same("map", expected.get("map"), ranges(step.getMap()), expected);
        same("validity", expected.get("valid"), valid(after), expected);
        Step inverse = step.invert(doc);
        same("inverse", expected.get("inverse"), inverse.toJson(), expected);
        same("undone", expected.get("undone"), outcome(after, inverse), expected);
        same("redo", expected.get("again"), inverse.invert(after).toJson(), expected);
        there.append(step.getMap());
        return after;
    }

    private void mapped(Mapping there, Map<String, @Nullable Object> expected) {
        int pos = Json.position(expected.get("pos"), "pos");
        int end = Json.position(expected.get("end"), "end");
        int assoc = ((Number) Objects.requireNonNull(expected.get("assoc"))).intValue();
        Mapping back = new Mapping();
        there.maps().reversed().forEach(map -> back.append(map.invert()));
        Mapping round = new Mapping(there.maps());
        for (int i = there.size() - 1; i >= 0; i--) {
            round.append(there.maps().get(i).invert());
            round.mirror(i, round.size() - 1);
        }
        same("there", expected.get("there"), result(there.mapResult(pos, assoc)), expected);
        same("back", expected.get("back"), result(back.mapResult(end, assoc)), expected);
        same("round", expected.get("round"), result(round.mapResult(pos, assoc)), expected);
    }

    private void rebase(Map<String, @Nullable Object> line) {
        rebases++;
        steps += Json.array(line.get("own"), "own").size();
        Node current = Node.fromJson(schema(), line.get("current"));
        List<Step> own = wire().readAll(line.get("own"));
        List<StepMap> over = wire().readAll(line.get("over")).stream().map(Step::getMap).toList();
        if (line.containsKey("error")) {
            try {
                Rebase.over(current, own, over);
                mismatches.add("should not rebase: " + Json.print(line));
            } catch (InvalidDocument expected) {
                return;
            }
        }
        Rebase rebased = Rebase.over(current, own, over);
        List<?> steps = rebased.steps().stream().map(Step::toJson).toList();
        same("rebased steps", line.get("steps"), steps, line);
        same("rebased document", line.get("hash"), rebased.doc().hash(), line);
        same("validity", line.get("valid"), valid(rebased.doc()), line);
    }

    private String outcome(Node doc, @Nullable Object json) {
        try {
            return outcome(doc, Step.fromJson(schema(), json));
        } catch (InvalidDocument refused) {
            return "failed";
        }
    }

    private static String outcome(Node doc, Step step) {
        try {
            return step.apply(doc) instanceof StepResult.Applied(Node after)
                    ? after.hash()
                    : "failed";
        } catch (InvalidDocument refused) {
            return "failed";
        }
    }

    private static boolean valid(Node doc) {
        try {
            doc.check();
            return true;
        } catch (InvalidDocument invalid) {
            return false;
        }
    }

    private static List<Object> result(MapResult result) {
        return List.of(
                (long) result.pos(),
                result.deleted(),
                result.deletedBefore(),
                result.deletedAfter(),
                result.deletedAcross());
    }

    private static List<Long> ranges(StepMap map) {
        List<Long> ranges = new ArrayList<>();
        for (int number : map.ranges()) {
            ranges.add((long) number);
        }
        return ranges;
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual, Object of) {
        if (!Objects.equals(expected, actual)) {
            mismatches.add(
                    "%s: expected %.2000s but was %.2000s in %.4000s"
                            .formatted(
                                    what,
                                    Json.print(expected),
                                    Json.print(actual),
                                    Json.print(of)));
        }
    }

    private Schema schema() {
        return Objects.requireNonNull(schema);
    }

    private StepWire wire() {
        return Objects.requireNonNull(wire);
    }
}
