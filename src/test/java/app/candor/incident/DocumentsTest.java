package app.candor.incident;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovedTime;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.coedit.mentions.MentionNotices;
import app.candor.demo.DemoPerson;
import app.candor.incident.Completeness.Standing;
import app.candor.incident.DocumentFiles.Format;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.Severity;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/documents"})
@Import(MovedTime.class)
class DocumentsTest {
    @Autowired Incidents incidents;
    @Autowired Facts facts;
    @Autowired Documents documents;
    @Autowired IncidentDocuments homes;
    @Autowired DocumentFiles files;
    @Autowired DocumentMentions mentions;
    @Autowired MentionNotices notices;
    @Autowired Texts texts;
    @Autowired Inbox inbox;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void aDocumentBeginsFromItsTemplateOnceHoweverOftenItIsAskedFor() {
        var incident = declared(IncidentType.OUTAGE);
        SignedIn.as(ENGINEER);

        var begun = documents.begin(incident.id(), "brain-dump", "abcdef123456", "Queue notes");
        documents.begin(incident.id(), "brain-dump", "abcdef123456", "Queue notes");

        assertThat(documents.of(incident.id()))
                .extracting(IncidentDocument::title)
                .containsExactly("Incident document", "Queue notes");
        assertThat(texts.plainText(begun.id())).contains("What I saw").contains("No order");
        assertThat(documents.named(incident.id(), "abcdef123456")).isEqualTo(begun);
        assertThat(homes.place(new TextRef(begun.id(), IncidentDocuments.KIND, incident.id())))
                .hasValueSatisfying(place -> {
                    assertThat(place.title()).isEqualTo("Queue notes of " + incident.key());
                    assertThat(place.path()).endsWith("/documents/abcdef123456");
                });
        assertThatThrownBy(() -> documents.begin(incident.id(), "poem", "abcdef123457", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("There is no such kind of text.");
    }

    @Test
    void aSecurityIncidentsDocumentAsksWhatSecurityMustAnswer() {
        var incident = declared(IncidentType.SECURITY);
        SignedIn.as(ENGINEER);

        var main = documents.named(incident.id(), "");

        assertThat(main.template()).isEqualTo("Incident document, security");
        assertThat(texts.plainText(main.id()))
                .contains("Members only")
                .contains("What customers notice: Orders arrive late");
        assertThat(texts.current(main.id()).seq()).isEqualTo(1);
        documents.fitToType(incident);
        assertThat(texts.current(main.id()).seq()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenBeforeTheTypeWasKnownStays() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Keys leaked", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        var main = documents.named(id, "");
        write(main, "Decisions", "Rotate the keys.");
        var written = texts.current(main.id());

        declare(id, IncidentType.SECURITY);

        assertThat(texts.current(main.id()).doc()).isEqualTo(written.doc());
        assertThat(documents.named(id, "").template()).isEqualTo("Incident document");
    }

    @Test
    void whoMayNotWriteBeginsNothingAndOutsidersFindNothing() {
        var incident = declared(IncidentType.SECURITY);
        SignedIn.as(CSM);
        assertThatThrownBy(() -> documents.of(incident.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.of(incident.id(), "", Format.HTML))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mentions.mentionable(incident.id())).isInstanceOf(NotFound.class);

        var open = declared(IncidentType.OUTAGE);
        SignedIn.as(CSM);
        assertThat(documents.of(open.id())).hasSize(1);
        assertThatThrownBy(() -> documents.begin(open.id(), "review", "abcdef123456", ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theMeterKnowsEmptySectionsAndThoseOlderThanTheStage() {
        var incident = declared(IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        var main = documents.named(incident.id(), "");
        assertThat(standing(main, "Decisions")).isEqualTo(Standing.EMPTY);
        write(main, "Decisions", "Restore the earlier setting.");
        write(main, "Customer impact", "Orders arrive late.");
        assertThat(standing(main, "Decisions")).isEqualTo(Standing.WRITTEN);

        incidents.setStage(incident.id(), Stage.IDENTIFIED);

        var entered = documents.named(incident.id(), "");
        assertThat(standing(entered, "Customer impact")).isEqualTo(Standing.OLDER);
        assertThat(standing(entered, "Decisions")).isEqualTo(Standing.WRITTEN);
        write(entered, "Customer impact", "They catch up now. ");
        assertThat(standing(entered, "Customer impact")).isEqualTo(Standing.WRITTEN);
    }

    @Test
    void aSecurityIncidentIsTakenToInvolvePersonalDataUntilTheLedgerSaysNo() {
        var incident = declared(IncidentType.SECURITY);
        assertThat(facts.personalData(incident.id())).isTrue();
        SignedIn.as(
                ENGINEER,
                () ->
                        facts.confirm(
                                incident.id(), FactKey.PERSONAL_DATA, "no", "access log review"));
        assertThat(facts.personalData(incident.id())).isFalse();
        assertThat(facts.personalData(declared(IncidentType.BUG).id())).isFalse();
    }

    @Test
    void aFileHoldsTheLedgersValuesAndSaysThatItIsInternal() {
        var incident = declared(IncidentType.OUTAGE);
        SignedIn.as(
                ENGINEER,
                () -> facts.confirm(incident.id(), FactKey.RAW_DATA_LOST, "no", "event count"));
        SignedIn.as(STAFF);

        var markdown = files.of(incident.id(), "", Format.MARKDOWN);
        assertThat(markdown.name()).isEqualTo(incident.key() + " incident document.md");
        assertThat(text(markdown))
                .startsWith("# Incident document")
                .contains("## Customer impact")
                .contains("Raw event data lost: No.")
                .contains("(Started: not yet known)")
                .contains("| Known | Unknown | Ruled out |");
        var html = text(files.of(incident.id(), "", Format.HTML));
        assertThat(html).contains("Internal. Nothing here is signed").contains("<th>");
        var pdf = files.of(incident.id(), "", Format.PDF);
        assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void whoIsMentionedIsToldOnceAMentionByTheTextItselfWhateverBecameOfThePage() {
        var incident = declared(IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        var main = documents.named(incident.id(), "");
        write(main, "People", mention(WRITER));
        write(main, "People", mention(ENGINEER));
        write(main, "Decisions", "no mention");

        notices.tellOwed();
        notices.tellOwed();

        assertThat(told(WRITER, incident))
                .extracting(Notice::title)
                .containsExactly(
                        "D. Lindqvist mentions you in “Incident document of "
                                + incident.key()
                                + "”");
        assertThat(told(WRITER, incident))
                .extracting(Notice::link)
                .containsExactly(main.path(incident));
        assertThat(told(ENGINEER, incident)).isEmpty();

        write(main, "Decisions", mention(WRITER));
        notices.tellOwed();
        assertThat(told(WRITER, incident)).hasSize(2);
    }

    @Test
    void aMentionThatIsCutAndPastedOrTakenBackBeforeItIsToldSendsNoNotice() {
        var incident = declared(IncidentType.OUTAGE);
        SignedIn.as(COMMANDER);
        var main = documents.named(incident.id(), "");
        write(main, "People", mention(WRITER));
        notices.tellOwed();
        remove(main);
        write(main, "Decisions", mention(WRITER));
        notices.tellOwed();
        assertThat(told(WRITER, incident)).hasSize(1);

        texts.edit(
                main.id(),
                SignedIn.person(ENGINEER).id(),
                doc -> {
                    var end = doc.content().size() - 1;
                    return List.of(
                            new ReplaceStep(end, end, slice(mention(LEGAL)), false),
                            new ReplaceStep(end, end + 1, Slice.EMPTY, false));
                });
        notices.tellOwed();
        assertThat(told(LEGAL, incident)).isEmpty();
    }

    @Test
    void nobodyOutsideARestrictedIncidentCanBeMentionedInIt() {
        var incident = declared(IncidentType.SECURITY);
        SignedIn.as(ENGINEER);
        assertThat(mentions.mentionable(incident.id()))
                .noneMatch(person -> person.id().equals(SignedIn.person(CSM).id()));

        write(documents.named(incident.id(), ""), "People", mention(CSM));
        notices.tellOwed();

        assertThat(told(CSM, incident)).isEmpty();
    }

    private List<Notice> told(DemoPerson person, Incident incident) {
        return SignedIn.as(
                person,
                () ->
                        inbox.latest(50).stream()
                                .filter(notice -> notice.title().contains("mentions you"))
                                .filter(notice -> notice.title().contains(incident.key()))
                                .toList());
    }

    private Standing standing(IncidentDocument document, String title) {
        return documents.completeness(document).sections().stream()
                .filter(state -> state.title().equals(title))
                .map(Completeness.State::standing)
                .findFirst()
                .orElseThrow();
    }

    private void write(IncidentDocument document, String section, String words) {
        write(document, section, Schema.candor().text(words, List.of()));
    }

    /** Puts it at the start of the first paragraph below the heading. */
    private void write(IncidentDocument document, String section, Node inline) {
        texts.edit(
                document.id(),
                SignedIn.person(ENGINEER).id(),
                doc -> {
                    var at = 0;
                    var below = false;
                    for (var block : doc.content().children()) {
                        if (below && block.type().name().equals("paragraph")) {
                            return List.of(new ReplaceStep(at + 1, at + 1, slice(inline), false));
                        }
                        below |= block.textContent("").equals(section);
                        at += block.size();
                    }
                    throw new AssertionError("No section " + section);
                });
    }

    /** Takes the first mention away. */
    private void remove(IncidentDocument document) {
        texts.edit(
                document.id(),
                SignedIn.person(ENGINEER).id(),
                doc -> {
                    var at = new ArrayList<Integer>();
                    for (var pos = 0; pos < doc.content().size(); pos++) {
                        var node = doc.nodeAt(pos);
                        if (node != null && node.type().name().equals("mention")) {
                            at.add(pos);
                        }
                    }
                    return List.of(
                            new ReplaceStep(at.getFirst(), at.getFirst() + 1, Slice.EMPTY, false));
                });
    }

    private static Slice slice(Node inline) {
        var paragraph =
                Node.fromJson(
                        Schema.candor(),
                        Map.of(
                                "type",
                                "doc",
                                "content",
                                List.of(
                                        Map.of(
                                                "type",
                                                "paragraph",
                                                "content",
                                                List.of(inline.toJson())))));
        return paragraph.slice(1, 1 + inline.size());
    }

    private static Node mention(DemoPerson person) {
        return Node.fromJson(
                Schema.candor(),
                Map.of(
                        "type",
                        "mention",
                        "attrs",
                        Map.of("person", SignedIn.person(person).id(), "label", "Somebody")));
    }

    private static String text(DocumentFiles.File file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private Incident declared(IncidentType type) {
        var id =
                SignedIn.as(STAFF, () -> incidents.report("Orders arrive late", Source.STAFF)).id();
        return declare(id, type);
    }

    private Incident declare(String id, IncidentType type) {
        return SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                id,
                                Declaration.of(
                                        Severity.SEV1,
                                        type,
                                        type.asksForRawData() ? RawDataLost.NOT_YET_KNOWN : null)));
    }
}
