package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.json;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MutatedStepsTest {
    private static final int MUTATIONS = Boolean.getBoolean("candor.long") ? 1_000_000 : 40_000;

    private final StepWire wire = new StepWire(Schema.candor());
    private final Node doc =
            doc(
                    paragraph(text("We are investigating") + "," + text(" an outage", "strong"))
                            + ",{'type':'heading','attrs':{'level':2},'content':["
                            + text("Status 😀")
                            + "]},{'type':'bullet_list','content':[{'type':'list_item','content':["
                            + paragraph(text("one"))
                            + "]},{'type':'list_item','content':["
                            + paragraph("{'type':'image','attrs':{'src':'/attachments/a'}}")
                            + "]}]}");

    private static final List<String> SEEDS =
            List.of(
                    "{'stepType':'replace','from':3,'to':5,'slice':{'content':[{'type':'text','text':'hi'}]}}",
                    "{'stepType':'replace','from':1,'to':36,'slice':{'content':[{'type':'paragraph'},"
                            + "{'type':'heading','attrs':{'level':3}}],'openStart':1,'openEnd':1}}",
                    "{'stepType':'replace','from':4,'to':4,'structure':true,'slice':{'content':"
                            + "[{'type':'paragraph'},{'type':'paragraph'}],'openStart':1,'openEnd':1}}",
                    "{'stepType':'replaceAround','from':0,'to':32,'gapFrom':0,'gapTo':32,'insert':1,"
                            + "'slice':{'content':[{'type':'blockquote'}]},'structure':true}",
                    "{'stepType':'replaceAround','from':32,'to':43,'gapFrom':33,'gapTo':42,'insert':1,"
                            + "'slice':{'content':[{'type':'paragraph'}]},'structure':true}",
                    "{'stepType':'addMark','from':2,'to':9,'mark':{'type':'link','attrs':"
                            + "{'href':'https://example.org','title':null}}}",
                    "{'stepType':'removeMark','from':20,'to':30,'mark':{'type':'strong'}}",
                    "{'stepType':'markSet','steps':[{'stepType':'addMark','from':2,'to':9,"
                            + "'mark':{'type':'em'}}]}",
                    "{'stepType':'addNodeMark','pos':53,'mark':{'type':'em'}}",
                    "{'stepType':'removeNodeMark','pos':53,'mark':{'type':'em'}}",
                    "{'stepType':'attr','pos':32,'attr':'level','value':4}",
                    "{'stepType':'docAttr','attr':'lang','value':'en'}",
                    "['i',5,'word']");

    private static final List<String> POISON =
            List.of(
                    "-1",
                    "0",
                    "1",
                    "2",
                    "31",
                    "32",
                    "43",
                    "58",
                    "59",
                    "1.5",
                    "2147483647",
                    "4294967296",
                    "-9007199254740993",
                    "1e300",
                    "null",
                    "true",
                    "''",
                    "'text'",
                    "'doc'",
                    "'__proto__'",
                    "'constructor'",
                    "'toString'",
                    "'\\ud83d'",
                    "'\\ude00'",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "{'type':'text','text':''}",
                    "{'type':'nope'}",
                    "{'type':'paragraph'}",
                    "{'type':'table_row','content':[]}",
                    "{'type':'doc'}",
                    "'javascript:alert(1)'",
                    "'JaVaScRiPt:alert(1)'",
                    "'data:text/html,x'",
                    "'file:///etc/passwd'",
                    "'//evil.example'",
                    "{'type':'image','content':[{'type':'paragraph'}],'attrs':{'src':'https://a/b'}}",
                    "{'type':'heading','attrs':{'level':999999999}}",
                    "{'type':'paragraph','attrs':{'style':'x'}}",
                    "{'type':'text','text':'x','marks':[{'type':'link','attrs':{'href':'vbscript:x'}}]}",
                    "{'constructor':{'prototype':{}}}");

    @Test
    void mutatedStepsAreAppliedOrRefusedAndNothingElse() {
        long seed = Long.getLong("candor.seed", System.nanoTime() & 0x7fffffff);
        System.out.println("Hostile seed " + seed);
        Random random = new Random(seed);
        int[] refused = new int[1];
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> {
                    for (int i = 0; i < MUTATIONS; i++) {
                        Object step = Json.parse(json(SEEDS.get(random.nextInt(SEEDS.size()))));
                        for (int j = random.nextInt(3); j > 0; j--) {
                            step = mutated(step, random);
                        }
                        refused[0] += survives(step, seed) ? 0 : 1;
                    }
                });
        assertThat(refused[0]).isBetween(MUTATIONS / 5, MUTATIONS - MUTATIONS / 50);
    }

    /** Whether the step is taken; the only other outcome allowed is a refusal. */
    private boolean survives(@Nullable Object json, long seed) {
        try {
            Step step = wire.read(json);
            rebased(step);
            Node after = Rebase.apply(doc, List.of(step)).doc();
            after.check();
            step.invert(doc).apply(after);
            return Json.print(wire.write(step)).length() > 0;
        } catch (InvalidDocument expected) {
            return false;
        } catch (RuntimeException | StackOverflowError unexpected) {
            throw new AssertionError("Seed " + seed + ": " + Json.print(json), unexpected);
        }
    }

    private void rebased(Step step) {
        List<StepMap> over = List.of(StepMap.of(3, 2, 7), StepMap.of(0, 9, 0));
        try {
            Rebase.over(doc, List.of(step, step), over).doc().check();
        } catch (InvalidDocument expected) {
            assertThat(expected).hasMessageNotContaining("investigating");
        }
    }

    private static @Nullable Object mutated(@Nullable Object json, Random random) {
        if (random.nextInt(4) > 0 && json instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, value));
            String key = List.copyOf(copy.keySet()).get(random.nextInt(copy.size()));
            if (random.nextInt(12) == 0) {
                copy.remove(key);
            } else {
                copy.put(key, mutated(copy.get(key), random));
            }
            return copy;
        }
        if (random.nextInt(4) > 0 && json instanceof List<?> list && !list.isEmpty()) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int at = random.nextInt(copy.size());
            Object changed = mutated(copy.get(at), random);
            if (random.nextInt(3) == 0) {
                copy.add(changed);
            } else {
                copy.set(at, changed);
            }
            return copy;
        }
        String poison = json(POISON.get(random.nextInt(POISON.size())));
        try {
            return Json.parse(poison);
        } catch (InvalidDocument refusedEarly) {
            return poison;
        }
    }
}
