package app.candor.faq;

import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.faq.index.Card;
import app.candor.faq.index.Wanted.Narrowed;
import app.candor.incident.IncidentType;
import app.candor.policy.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries that outlast their incident, duplicates that become one, and who looks at them again. */
class CurationTest extends FaqDesk {
    @Autowired Curation curation;
    @Autowired Verifications verifications;
    @Autowired Recalls recalls;
    @Autowired Labels labels;
    @Autowired FaqSearch search;

    @Test
    void anAnswerMadeAlwaysValidPassesGatesOfItsOwnBeforeAnybodyCopiesIt() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);
        nothingElseAffected(incident.id());
        var entry =
                answeredNow(question("Are axolotl feeds late?", incident.id(), ""), "By a day.");

        var evergreen = SignedIn.as(WRITER, () -> curation.promote(entry.id()));

        assertThat(evergreen.incident()).isNull();
        assertThat(evergreen.atLeast()).isEqualTo(entry.atLeast());
        assertThat(Objects.requireNonNull(evergreen.verification()).verifier())
                .isEqualTo(WRITER.sub());
        assertThatThrownBy(() ->
                        SignedIn.as(
                                CSM,
                                () ->
                                        copies.copy(
                                                UUID.randomUUID().toString(),
                                                evergreen.id(),
                                                1,
                                                "Halden Outdoor",
                                                "")))
                .isInstanceOf(Refused.class);
        var released = answeredNow(evergreen, "By a day at most.");
        copied(released, "Halden Outdoor");
        assertThat(library.find(entry.id()).orElseThrow().isApproved()).isTrue();
    }

    @Test
    void wordsOfAnIncidentThatIsNotOpenToAllLeaveItByNoWay() {
        var incident = restricted();
        var entry = answeredNow(question("Was the okapi pen read?", incident.id(), ""), "No.");
        var evergreen = answered("Is there an okapi pen?", "Yes.");

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> curation.promote(entry.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not open to all staff");
        assertThatThrownBy(
                        () -> SignedIn.as(WRITER, () -> curation.merge(entry.id(), evergreen.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("would leave it");
    }

    @Test
    void aMergedEntryIsFoundUnderTheOtherAndWhoCopiedItCorrectsWithTheOthersAnswer() {
        var twice = answered("Can a tapir be returned?", "Within 10 days.");
        var stays = answered("How long may goods be sent back?", "Within 14 days.");
        copied(twice, "Halden Outdoor");

        assertThatThrownBy(() -> SignedIn.as(CSM, () -> curation.merge(twice.id(), stays.id())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> curation.merge(twice.id(), twice.id())))
                .isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> curation.merge(twice.id(), stays.id()));

        assertThatThrownBy(() -> copied(twice, "Brightwater"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another entry answers this");
        assertThat(usable("tapir returned")).containsExactly(stays.id());
        var recall =
                SignedIn.as(CSM, recalls::mine).stream()
                        .filter(one -> one.entry().equals(twice.id()))
                        .findFirst()
                        .orElseThrow();
        var words =
                SignedIn.as(
                        CSM,
                        () ->
                                recalls.correction(
                                        recall.id(),
                                        UUID.randomUUID().toString(),
                                        1,
                                        "Halden Outdoor",
                                        ""));
        assertThat(words.plain()).endsWith("Within 14 days.");
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> library.write(twice.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Write its answer there");
    }

    @Test
    void theVerifierWhoIsNamedAloneVerifiesAndCopyingIsNotVerifying() {
        var entry = answered("Do lemurs count as staff?", "No.");
        assertThatThrownBy(
                        () -> SignedIn.as(CSM, () -> verifications.name(entry.id(), CSM.sub(), 30)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        SignedIn.as(WRITER, () -> verifications.name(entry.id(), CSM.sub(), 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1 to 730 days");

        var named = SignedIn.as(WRITER, () -> verifications.name(entry.id(), CSLEAD.sub(), 30));

        var before = Objects.requireNonNull(named.verification());
        assertThat(Duration.between(before.verifiedAt(), before.dueAt()))
                .isEqualTo(Duration.ofDays(30));
        copied(named, "Halden Outdoor");
        SignedIn.as(CSLEAD, () -> library.get(entry.id()));
        assertThat(library.find(entry.id()).orElseThrow().verification()).isEqualTo(before);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> verifications.verify(entry.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Somebody else verifies");
        var after = SignedIn.as(CSLEAD, () -> verifications.verify(entry.id())).verification();
        assertThat(Objects.requireNonNull(after).verifiedAt())
                .isAfterOrEqualTo(before.verifiedAt());
    }

    @Test
    void productsNarrowASearchAtOnceAndOnlyWritersSortByThem() {
        var entry = answered("Does the kakapo sync at night?", "Yes.");

        assertThatThrownBy(() -> SignedIn.as(CSM, () -> labels.sort(entry.id(), Set.of("Sync"))))
                .isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> labels.sort(entry.id(), Set.of("Night sync")));

        assertThat(within("Night sync", "kakapo")).containsExactly(entry.id());
        assertThat(within("Day sync", "kakapo")).isEmpty();
        assertThat(SignedIn.as(CSM, search::products)).contains("Night sync");
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> labels.tidy(Set.of("x".repeat(41)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 40 characters");
    }

    private List<String> usable(String typed) {
        return ids(CSM, typed, new Narrowed(null, null, null, true));
    }

    private List<String> within(String product, String typed) {
        return ids(SUPPORT, typed, new Narrowed(null, product, null, false));
    }

    private List<String> ids(DemoPerson person, String typed, Narrowed narrowed) {
        return SignedIn.as(person, () -> search.find(typed, narrowed, 5)).cards().stream()
                .map(Card::id)
                .toList();
    }
}
