package app.candor.coedit.margin;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
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
import app.candor.coedit.versions.AuthorsDesk;
import app.candor.demo.DemoPerson;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.notify.Inbox;
import app.candor.notify.Notice;
import app.candor.policy.Severity;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import java.util.List;
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
class MarginTest {
    private static final String WORDS = "Orders from other integrations arrive on time.";

    @Autowired MarginDesk margin;
    @Autowired Suggestions suggestions;
    @Autowired AuthorsDesk authors;
    @Autowired Texts texts;
    @Autowired Schema schema;
    @Autowired StepWire wire;
    @Autowired Incidents incidents;
    @Autowired Duties duties;
    @Autowired Inbox inbox;
    @Autowired MongoTemplate mongo;

    private Incident incident;
    private String text;

    @BeforeEach
    void aTextOfOneSentence() {
        SignedIn.everybodyKnown(mongo);
        SignedIn.as(COMMANDER);
        incident = incidents.report("Orders arrive late", Source.STAFF);
        text = "test-" + UUID.randomUUID();
        texts.create(new TextRef(text, "incident", incident.id()), paragraph(WORDS));
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void aCommentKeepsItsWordsThroughEditsBeforeAndInsideThem() {
        comment("arrive on time");
        insert(1, "So far: ");
        insert(at("arrive ") + 7, "mostly ");

        assertThat(quoted()).isEqualTo("arrive mostly on time");
    }

    @Test
    void aCommentFindsItsWordsAgainAfterTheyWereCutAndPasted() {
        var id = comment("other integrations");
        replace(at("other integrations"), at("other integrations") + 18, "");
        assertThat(only().lost()).isTrue();
        insert(1, "other integrations: ");

        assertThat(only().note().id()).isEqualTo(id);
        assertThat(quoted()).isEqualTo("other integrations");
    }

    @Test
    void wordsThatAreGoneLeaveTheCommentWithItsQuote() {
        comment("arrive on time");
        replace(at("arrive on time"), at("arrive on time") + 14, "");

        assertThat(only().lost()).isTrue();
        assertThat(only().note().place().quote()).isEqualTo("arrive on time");
    }

    @Test
    void whoeverIsMentionedIsToldOnceAndTheOthersOfTheThreadHearOfReplies() {
        var id = comment("arrive on time");
        SignedIn.as(ENGINEER);
        margin.reply(id, "r-" + id, "Ask @" + SignedIn.person(WRITER).name() + " please");
        margin.reply(id, "r-" + id, "Ask @" + SignedIn.person(WRITER).name() + " please");

        assertThat(noticesOf(WRITER))
                .filteredOn(title -> title.contains(incident.key()))
                .hasSize(1);
        assertThat(noticesOf(COMMANDER))
                .anyMatch(title -> title.contains("replied") && title.contains(incident.key()));
    }

    @Test
    void resolvingTakesAReasonAndCanBeTakenBack() {
        var id = comment("arrive on time");

        assertThatThrownBy(() -> margin.resolve(id, " ")).isInstanceOf(Refused.class);
        margin.resolve(id, "Checked with order sync");
        assertThat(margin.open(text)).isEmpty();
        assertThat(margin.settled(text)).extracting(MarginNote::id).containsExactly(id);
        margin.reopen(id);
        assertThat(margin.open(text)).hasSize(1);
    }

    @Test
    void aCommentBecomesATaskOfSomebodyOnce() {
        var id = comment("arrive on time");
        var engineer = SignedIn.person(ENGINEER);
        margin.makeTask(id, "Check order reports", engineer.id(), null);
        margin.makeTask(id, "Check order reports", engineer.id(), null);

        assertThat(duties.waitingFor(engineer))
                .filteredOn(duty -> duty.id().equals("comment:" + id))
                .extracting(Duty::title)
                .containsExactly("Check order reports");
        assertThat(only().note().duty()).isEqualTo("comment:" + id);
    }

    @Test
    void somebodyWhoMayOnlyReadMaySuggestAndOnlyTheAccepterBecomesAWriter() {
        SignedIn.as(CSM);
        var id = suggest(at("on time"), at("on time") + 7, "as usual");
        assertThat(texts.plainText(text)).isEqualTo(WORDS);
        assertThatThrownBy(() -> suggestions.accept(id)).isInstanceOf(Refused.class);
        SignedIn.as(COMMANDER);
        insert(1, "So far: ");
        suggestions.accept(id);

        assertThat(texts.plainText(text))
                .isEqualTo("So far: Orders from other integrations arrive as usual.");
        assertThat(texts.writersSince(text, 0)).containsExactly(SignedIn.person(COMMANDER).id());
    }

    @Test
    void aSuggestionIsMadeOnALockedTextAndAcceptedOnlyOnceItIsOpen() {
        texts.lock(text, "In review since 10:42 UTC", "system");
        SignedIn.as(CSM);
        var id = suggest(at("on time"), at("on time") + 7, "as usual");
        SignedIn.as(COMMANDER);

        assertThatThrownBy(() -> suggestions.accept(id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("In review");
        texts.unlock(text, "Withdrawn", "system");
        suggestions.accept(id);
        assertThat(texts.plainText(text)).contains("arrive as usual");
    }

    @Test
    void anAcceptedSuggestionNamesItsSuggesterAndItsAccepterEvenBesideWhatTheAccepterTyped() {
        SignedIn.as(CSM);
        var id = suggest(at("on time"), at("on time") + 7, "as usual");
        SignedIn.as(COMMANDER);
        insert(at("on time"), "nearly ");
        suggestions.accept(id);
        insert(at("as usual") + 8, " here");

        var passages = authors.now(text).passages();
        assertThat(passages)
                .extracting(AuthorsDesk.Passage::words)
                .containsExactly("nearly", "as usual", "here");
        assertThat(passages.get(1).writer()).isEqualTo(SignedIn.person(CSM).id());
        assertThat(passages.get(1).accepter()).isEqualTo(SignedIn.person(COMMANDER).id());
        assertThat(passages)
                .filteredOn(passage -> !passage.suggested())
                .extracting(AuthorsDesk.Passage::writer)
                .containsOnly(SignedIn.person(COMMANDER).id());
        assertThat(authors.now(text).characters())
                .containsOnlyKeys(SignedIn.person(COMMANDER).id(), SignedIn.person(CSM).id());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotAcceptedUnseenButOwnChangesAndOtherParagraphsAre() {
        var id = suggest(at("on time"), at("on time") + 7, "as usual");
        long shown = texts.current(text).seq();
        replace(ENGINEER, at("arrive"), at("arrive"), "never ");

        assertThatThrownBy(() -> suggestions.accept(id, shown))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("read it again");
        assertThat(only().note().isOpen()).isTrue();
        long seen = texts.current(text).seq();
        insert(1, "Mine: ");
        suggestions.accept(id, seen);
        assertThat(texts.plainText(text)).contains("Mine: ", "never arrive as usual");
    }

    @Test
    void acceptingTwiceWritesOnce() {
        var id = suggest(at("Orders"), at("Orders"), "Most ");
        suggestions.accept(id);
        suggestions.accept(id);

        assertThat(texts.plainText(text)).isEqualTo("Most " + WORDS);
    }

    @Test
    void acceptingAllTakesWhatStillFitsAndSaysWhatDoesNot() {
        suggest(at("Orders"), at("Orders"), "Most ");
        suggest(at("on time"), at("on time") + 7, "as usual");
        suggest(at("arrive") + 2, at("arrive") + 4, "X");
        replace(at("arrive "), at("arrive ") + 7, "come ");
        var outcome = suggestions.acceptAll(text);

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.left()).hasSize(1);
        assertThat(texts.plainText(text))
                .isEqualTo("Most Orders from other integrations come as usual.");
    }

    @Test
    void aRejectedSuggestionChangesNothingAndItsAuthorHearsOfIt() {
        SignedIn.as(CSM);
        var id = suggest(at("Orders"), at("Orders"), "Most ");
        SignedIn.as(COMMANDER);
        suggestions.reject(id, "All of them, by the event counts");

        assertThat(texts.plainText(text)).isEqualTo(WORDS);
        assertThat(margin.open(text)).isEmpty();
        assertThat(noticesOf(CSM)).anyMatch(title -> title.contains("rejected a suggestion"));
    }

    @Test
    void onlyTheAuthorTakesASuggestionBack() {
        SignedIn.as(CSM);
        var id = suggest(at("Orders"), at("Orders"), "Most ");
        SignedIn.as(COMMANDER);
        assertThatThrownBy(() -> suggestions.withdraw(id)).isInstanceOf(Refused.class);
        SignedIn.as(CSM);
        suggestions.withdraw(id);

        assertThat(margin.open(text)).isEmpty();
    }

    @Test
    void stepsThatDoNotFitTheTextAreNoSuggestion() {
        var hostile =
                List.of(
                        "[]",
                        "{}",
                        "[[\"i\",9999,\"x\"]]",
                        "[{\"stepType\":\"replace\",\"from\":0,\"to\":48}]",
                        "[[\"i\",0,\"between blocks\"]]");

        for (var steps : hostile) {
            assertThatThrownBy(() ->
                            suggestions.suggest(text, UUID.randomUUID().toString(), 0, steps, ""))
                    .isInstanceOf(Refused.class);
        }
        assertThat(margin.open(text)).isEmpty();
    }

    @Test
    void theMarginOfARestrictedTextDoesNotExistForOutsiders() {
        var id = comment("arrive on time");
        SignedIn.as(ENGINEER);
        incidents.declare(
                incident.id(),
                Declaration.of(Severity.SEV1, IncidentType.SECURITY, RawDataLost.NO));
        SignedIn.as(STAFF);

        assertThatThrownBy(() -> margin.open(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> margin.get(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> margin.reply(id, "r", "Hello")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> suggest(1, 1, "X")).isInstanceOf(NotFound.class);
        SignedIn.as(ENGINEER);
        margin.reply(id, "r-" + id, "@" + SignedIn.person(STAFF).name() + " look");
        assertThat(noticesOf(STAFF)).noneMatch(title -> title.contains(incident.key()));
    }

    private String comment(String words) {
        var id = UUID.randomUUID().toString();
        var version = texts.current(text);
        margin.comment(
                text, id, version.seq(), at(words), at(words) + words.length(), "Is this so?");
        return id;
    }

    private String suggest(int from, int to, String words) {
        var id = UUID.randomUUID().toString();
        suggestions.suggest(text, id, texts.current(text).seq(), replacing(from, to, words), "");
        return id;
    }

    private void insert(int at, String words) {
        replace(at, at, words);
    }

    private void replace(int from, int to, String words) {
        replace(COMMANDER, from, to, words);
    }

    private void replace(DemoPerson writer, int from, int to, String words) {
        texts.edit(
                text,
                SignedIn.person(writer).id(),
                doc -> wire.readAll(Json.parse(replacing(from, to, words))));
    }

    private static String replacing(int from, int to, String words) {
        var slice =
                words.isEmpty()
                        ? ""
                        : ",\"slice\":{\"content\":[{\"type\":\"text\",\"text\":\""
                                + words
                                + "\"}]}";
        return "[{\"stepType\":\"replace\",\"from\":" + from + ",\"to\":" + to + slice + "}]";
    }

    /** Position of words in the one paragraph. */
    private int at(String words) {
        return texts.plainText(text).indexOf(words) + 1;
    }

    private PlacedNote only() {
        var open = margin.open(text);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private String quoted() {
        var placed = only();
        return texts.plainText(text).substring(placed.from() - 1, placed.to() - 1);
    }

    private List<String> noticesOf(DemoPerson person) {
        SignedIn.as(person);
        return inbox.latest(50).stream().map(Notice::title).toList();
    }

    private Node paragraph(String words) {
        return schema.readDocument(
                "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\""
                        + words
                        + "\"}]}]}");
    }
}
