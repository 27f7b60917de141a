package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.step;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorshipTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Authorship.Origin NOBODY = Authorship.Origin.of("", 0, Instant.EPOCH);

    private Node doc = doc(paragraph(text("Checkout is slow")));
    private Authorship authorship = Authorship.of(doc.content().size(), NOBODY);
    private long edit;

    @Test
    void wordsTypedIntoSomebodyElsesSentencePartIt() {
        by("ada", "['i',13,'very ']");

        assertThat(shown()).containsExactly(":Checkout is ", "ada:very ", ":slow");
    }

    @Test
    void lettersOfOnePersonAreOnePiece() {
        by("ada", "['i',17,'e']");
        by("ada", "['i',18,'r']");
        by("ben", "['i',19,'!']");

        assertThat(shown()).containsExactly(":Checkout is slow", "ada:er", "ben:!", ":");
        assertThat(authorship.runs().get(1).origin().first()).isEqualTo(1);
        assertThat(authorship.runs().get(1).origin().last()).isEqualTo(2);
    }

    @Test
    void whatIsOverwrittenIsTheOverwritersAndTheRestStays() {
        by("ada", "['i',13,'very ']");
        by(
                "ben",
                "{'stepType':'replace','from':1,'to':15,'slice':{'content':[{'type':'text','text':'Pay'}]}}");

        assertThat(shown()).containsExactly(":", "ben:Pay", "ada:ry ", ":slow");
    }

    @Test
    void boldLettersAListAndAHeadingMakeNobodyAWriterOfTheWords() {
        by("ada", "['i',13,'very ']");
        by("ben", "{'stepType':'addMark','from':1,'to':20,'mark':{'type':'strong'}}");
        by(
                "ben",
                "{'stepType':'replaceAround','from':0,'to':23,'gapFrom':0,'gapTo':23,'insert':1,"
                        + "'slice':{'content':[{'type':'blockquote'}]},'structure':true}");
        by(
                "ben",
                "{'stepType':'replaceAround','from':1,'to':24,'gapFrom':2,'gapTo':23,'insert':1,"
                        + "'slice':{'content':[{'type':'heading','attrs':{'level':2}}]},'structure':true}");

        assertThat(shown()).containsExactly("ben:", ":Checkout is ", "ada:very ", ":slow", "ben:");
    }

    @Test
    void piecesCoverTheDocumentWhateverTheEdits() throws Exception {
        Oracle.run(23, 1_500, false, AuthorshipTest::covers);
    }

    private static void covers(Map<String, @Nullable Object> line) {
        if (!"edit".equals(line.get("kind"))) {
            return;
        }
        Node before = Node.fromJson(Schema.candor(), line.get("doc"));
        Authorship at = Authorship.of(before.content().size(), NOBODY);
        for (Object entry : Json.array(line.get("steps"), "steps")) {
            Step made = Step.fromJson(Schema.candor(), Json.object(entry, "step").get("step"));
            at = at.after(made.getMap(), Authorship.Origin.of("ada", 1, NOON));
        }
        Node after = Node.fromJson(Schema.candor(), line.get("after"));
        assertThat(at.size()).isEqualTo(after.content().size());
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (Authorship.Run run : at.runs()) {
            if (run.origin().equals(NOBODY)) {
                kept.append(after.textBetween(from, from + run.size(), ""));
            }
            from += run.size();
        }
        assertThat(before.textContent(""))
                .satisfies(all -> assertThat(inOrder(kept, all)).isTrue());
    }

    private static boolean inOrder(CharSequence part, String all) {
        int at = 0;
        for (int i = 0; i < part.length(); i++) {
            at = all.indexOf(part.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private void by(String person, String json) {
        edit++;
        Step made = json.startsWith("[") ? wired(json) : step(json);
        if (!(made.apply(doc) instanceof StepResult.Applied(Node after))) {
            throw new AssertionError("Does not fit: " + json);
        }
        doc = after;
        authorship =
                authorship.after(
                        made.getMap(), Authorship.Origin.of(person, edit, NOON.plusSeconds(edit)));
    }

    private static Step wired(String json) {
        return new StepWire(Schema.candor())
                .readAll(Json.parse("[" + Texts.json(json) + "]"))
                .getFirst();
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        int from = 0;
        for (Authorship.Run run : authorship.runs()) {
            shown.add(run.origin().by() + ":" + doc.textBetween(from, from + run.size(), ""));
            from += run.size();
        }
        return shown;
    }
}
