package app.candor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five people, a Chromium each, type, paste, undo and format in one text at the same time. */
@Tag("browser")
class FivePagesFlow {
    private static final Duration WRITING = Duration.ofMinutes(1);
    private static final List<String> NAMES =
            List.of("commander", "commander2", "engineer", "engineer2", "writer");
    private static final List<String> HEADINGS =
            List.of("Decisions", "Root cause", "Communications log", "Decisions", "Root cause");

    private final long seed = Long.getLong("candor.seed", System.nanoTime() & 0x7fffffff);
    private final List<Scribbler> people = new ArrayList<>();
    private PortalProcess portal;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        System.out.println("Five pages seed " + seed);
        portal = PortalProcess.empty(data);
        for (var name : NAMES) {
            people.add(new Scribbler(portal, name, seed + people.size()));
        }
    }

    @AfterEach
    void stop() {
        people.forEach(Scribbler::close);
        portal.close();
    }

    @Test
    void whateverFivePeopleDoAtOnceAllPagesAndTheServerHoldTheSameText() throws Exception {
        var first = people.getFirst();
        var key = first.here(() -> ReportPage.byButton(first.page()).report("Queues lag").key());
        for (var other : people.subList(1, people.size())) {
            other.here(() -> RoomPage.open(portal, other.page(), key));
        }
        for (var person : people) {
            person.awaitSaved();
        }
        var before = first.here(() -> first.text().stored(Schema.candor().hash()));

        var acts = 0;
        for (var done : scribbling()) {
            acts += done.get();
        }
        for (var person : people) {
            person.awaitSaved();
        }
        var stored = first.here(() -> first.text().stored(Schema.candor().hash()));
        var server = document(stored);

        System.out.printf(
                "Five pages: %d acts, %d commits, %d positions%n",
                acts, stored.seq() - before.seq(), server.content().size());
        assertThat(stored.seq() - before.seq()).isGreaterThan(acts / 2);
        assertThat(server.canonicalJson()).isNotEqualTo(document(before).canonicalJson());
        for (var person : people) {
            assertThat(document(person.held(stored.seq())).canonicalJson())
                    .as("seed %d", seed)
                    .isEqualTo(server.canonicalJson());
            assertThat(person.complaints()).isEmpty();
        }
    }

    private List<Future<Integer>> scribbling() throws Exception {
        for (var i = 0; i < people.size(); i++) {
            people.get(i).startLineBelow(HEADINGS.get(i));
        }
        return people.stream().map(person -> person.scribble(WRITING.toNanos())).toList();
    }

    private static Node document(DocumentText.Held held) {
        return Schema.candor().document(Json.parse(held.json()));
    }
}
