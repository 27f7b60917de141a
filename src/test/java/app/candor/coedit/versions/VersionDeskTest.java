package app.candor.coedit.versions;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.coedit.versions.VersionDesk.Name;
import app.candor.demo.DemoPerson;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.policy.Severity;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class VersionDeskTest {
    @Autowired VersionDesk versions;
    @Autowired AuthorsDesk authors;
    @Autowired Texts texts;
    @Autowired Schema schema;
    @Autowired StepWire wire;
    @Autowired Incidents incidents;
    @Autowired MongoTemplate mongo;
    @Autowired MovableClock clock;

    private Incident incident;
    private String text;

    @BeforeEach
    void anEmptyText() {
        SignedIn.everybodyKnown(mongo);
        SignedIn.as(COMMANDER);
        incident = incidents.report("Orders arrive late", Source.STAFF);
        text = "test-" + UUID.randomUUID();
        texts.create(new TextRef(text, "incident", incident.id()));
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void editsInOneGoAreOneLineOfTheHistory() {
        write(COMMANDER, "one ");
        write(ENGINEER, "two ");
        clock.advance(Duration.ofMinutes(6));
        write(COMMANDER, "three ");

        assertThat(versions.spells(text, 0))
                .extracting(VersionDesk.Spell::last)
                .containsExactly(3L, 2L);
        assertThat(versions.spells(text, 0).getLast().people())
                .containsExactly(SignedIn.person(COMMANDER).id(), SignedIn.person(ENGINEER).id());
    }

    @Test
    void anEarlierVersionComesBackAsAnEditOfWhoeverRestoresIt() {
        write(COMMANDER, "first");
        write(ENGINEER, "second ");
        SignedIn.as(ENGINEER);
        var restored = versions.restore(text, 1);

        assertThat(restored.seq()).isEqualTo(3);
        assertThat(texts.plainText(text)).isEqualTo("first");
        assertThat(versions.at(text, 2).plainText()).isEqualTo("second first");
        assertThatThrownBy(() -> versions.restore(text, 1)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyRestoresALockedTextOrOneTheyMayOnlyRead() {
        write(COMMANDER, "first");
        SignedIn.as(CSM);
        assertThatThrownBy(() -> versions.restore(text, 0)).isInstanceOf(Refused.class);
        texts.lock(text, "In review", "system");
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> versions.restore(text, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("In review");
    }

    @Test
    void aVersionHasTheNameItWasGivenLast() {
        write(COMMANDER, "first");
        versions.name(text, 1, "Before the call");
        versions.name(text, 1, "After the call");

        assertThat(versions.names(text)).extracting(Name::name).containsExactly("After the call");
        SignedIn.as(CSM);
        assertThatThrownBy(() -> versions.name(text, 1, "Mine")).isInstanceOf(Refused.class);
    }

    @Test
    void aNamedVersionIsALineOfItsOwnHoweverFastTheyWrite() {
        write(COMMANDER, "first");
        versions.name(text, 1, "Before the call");
        write(COMMANDER, "second ");

        assertThat(versions.spells(text, 0))
                .extracting(VersionDesk.Spell::last)
                .containsExactly(2L, 1L);
    }

    @Test
    void whoWasAwayIsShownFromWhereTheyLeftEvenWhileTheyLookAgain() {
        write(COMMANDER, "first");
        SignedIn.as(CSM);
        versions.seen(text, 1);
        assertThat(versions.leftOff(text)).isEmpty();
        clock.advance(Duration.ofHours(3));
        write(COMMANDER, "second ");
        SignedIn.as(CSM);
        assertThat(versions.leftOff(text)).get().extracting(VersionDesk.Visit::seq).isEqualTo(1L);
        versions.seen(text, 2);
        assertThat(versions.leftOff(text)).get().extracting(VersionDesk.Visit::seq).isEqualTo(1L);
        assertThat(DiffHtml.changes(versions.between(text, 1, 2), DiffHtml.values(Map.of())))
                .contains("<ins>")
                .contains("second");
    }

    @Test
    void wordsOfATextNeverBecomeMarkup() {
        write(COMMANDER, "<img src=x onerror=alert(1)>");

        assertThat(DiffHtml.inline(versions.between(text, 0, 1), DiffHtml.values(Map.of())))
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    @Test
    void versionsOfARestrictedTextDoNotExistForOutsiders() {
        write(COMMANDER, "first");
        SignedIn.as(ENGINEER);
        incidents.declare(
                incident.id(),
                Declaration.of(Severity.SEV1, IncidentType.SECURITY, RawDataLost.NO));
        SignedIn.as(STAFF);

        assertThatThrownBy(() -> versions.at(text, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.spells(text, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.between(text, 0, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.names(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.leftOff(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> authors.now(text)).isInstanceOf(NotFound.class);
    }

    @Test
    void everyPassageIsMarkedWithItsWriterAndWordsStayWords() {
        write(COMMANDER, "<b>one</b> ");
        write(ENGINEER, "two ");
        var written = authors.now(text);
        var html =
                AuthorsHtml.of(
                        written,
                        passage ->
                                new AuthorsHtml.Hand("p1", "XY", "Written by " + passage.writer()),
                        DiffHtml.values(Map.of()));

        assertThat(written.passages())
                .extracting(AuthorsDesk.Passage::writer)
                .containsExactly(SignedIn.person(ENGINEER).id(), SignedIn.person(COMMANDER).id());
        assertThat(html)
                .contains("id=\"passage-0\"", "id=\"passage-1\"", "&lt;b&gt;one")
                .contains("Written by " + SignedIn.person(ENGINEER).id())
                .doesNotContain("<b>");
    }

    @Test
    void aDocumentOfHalfAMegabyteWithTablesIsReadComparedAttributedAndRestored() {
        var cell =
                "{\"type\":\"table_cell\",\"content\":[{\"type\":\"paragraph\",\"content\":"
                        + "[{\"type\":\"text\",\"text\":\""
                        + "late orders ".repeat(20)
                        + "\"}]}]}";
        var row = "{\"type\":\"table_row\",\"content\":[" + cell + "," + cell + "]}";
        var table = "{\"type\":\"table\",\"content\":[" + row + "," + row + "," + row + "]}";
        var tables = String.join(",", Collections.nCopies(360, table));
        var large = "large-" + text;
        texts.create(
                new TextRef(large, "incident", incident.id()),
                Node.fromJson(
                        schema,
                        Json.parse(
                                "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\"},"
                                        + tables
                                        + "]}")));
        texts.edit(
                large,
                SignedIn.person(ENGINEER).id(),
                doc -> wire.readAll(Json.parse("[[\"i\",1,\"Backlog\"]]")));

        assertThat(texts.plainText(large).length()).isGreaterThan(500_000);
        assertThat(DiffHtml.changes(versions.between(large, 0, 1), DiffHtml.values(Map.of())))
                .contains("Backlog")
                .contains("blocks unchanged");
        assertThat(authors.now(large).passages())
                .extracting(AuthorsDesk.Passage::words)
                .containsExactly("Backlog");
        versions.restore(large, 0);
        assertThat(texts.plainText(large)).doesNotContain("Backlog");
    }

    private void write(DemoPerson person, String words) {
        texts.edit(
                text,
                SignedIn.person(person).id(),
                doc -> wire.readAll(Json.parse("[[\"i\",1,\"" + words.replace("\"", "") + "\"]]")));
    }
}
