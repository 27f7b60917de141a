package app.candor.faq;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.Change;
import app.candor.audit.Told;
import app.candor.clocks.AlarmRang;
import app.candor.comms.rendering.TextChanges;
import app.candor.demo.DemoPerson;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to those who gave an answer once it is not right any more. */
class RecallTest extends FaqDesk {
    @Autowired Recalls recalls;
    @Autowired RecallStore store;
    @Autowired OpenedRecalls opened;
    @Autowired Verifications verifications;
    @Autowired FaqAlarms alarms;
    @Autowired HarmlessNote note;
    @Autowired Duties duties;
    @Autowired Clock clock;

    @Test
    void whoCopiedTheOlderVersionOwesTheirCustomersTheNewOne() {
        var entry = answered("How long are exports kept?", "Exports are kept for 7 days.");
        copied(entry, "Halden Outdoor");
        copied(entry, "Brightwater");

        changedTo(entry, "Exports are kept for 30 days.");

        var recall = only(CSM, entry);
        var sheet = SignedIn.as(CSM, () -> recalls.get(recall.id()));
        assertThat(sheet.given())
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.copies())
                            .extracting(Copy::customer)
                            .containsExactly("Halden Outdoor", "Brightwater");
                    assertThat(given.changes().getFirst().pieces())
                            .contains(
                                    new TextChanges.Piece(TextChanges.Kind.REMOVED, "7"),
                                    new TextChanges.Piece(TextChanges.Kind.ADDED, "30"));
                });
        assertThat(duties.find(recall.id()).orElseThrow().owner()).isEqualTo(CSM.sub());
        assertThat(notices(CSM))
                .anyMatch(told -> told.link().equals(recall.path()))
                .noneMatch(told -> told.title().contains("exports"));
        assertThat(open(CSM2, entry)).isEmpty();
    }

    @Test
    void theCorrectionIsTheApprovedAnswerBehindASentenceAndIsACopyItself() {
        var entry = answered("How big may an upload be?", "At most 10 MB.");
        copied(entry, "Halden Outdoor");
        changedTo(entry, "At most 50 MB.");
        var recall = only(CSM, entry);

        var copied = correct(recall, 2);

        assertThat(copied.plain()).startsWith("We gave you an earlier").endsWith("At most 50 MB.");
        assertThat(copied.html()).contains("<p>At most 50 MB.</p>");
        assertThat(SignedIn.as(CSM, () -> recalls.get(recall.id())).corrected()).hasSize(1);
        SignedIn.as(CSM, () -> recalls.done(recall.id()));
        assertThat(open(CSM, entry)).isEmpty();
        assertThat(duties.find(recall.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void aWithdrawalHasNoTextToSendUntilANewAnswerIsApproved() {
        var entry = answered("Is there a phone line?", "Yes, at night too.");
        copied(entry, "Halden Outdoor");
        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "there is none at night"));
        var first = only(CSM, entry);
        assertThat(SignedIn.as(CSM, () -> recalls.get(first.id())).usable()).isFalse();
        assertThatThrownBy(() -> correct(first, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No approved answer replaces it yet");

        changedTo(entry, "Yes, by day.");

        var second = only(CSM, entry);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(store.find(first.id()).orElseThrow().end().how())
                .isEqualTo(Recall.How.OVERTAKEN);
        assertThat(correct(second, 2).plain()).endsWith("Yes, by day.");
    }

    @Test
    void notNeededTakesAReasonAndHoldsForLaterVersions() {
        var entry = answered("Do you have an office in Oslo?", "Yes.");
        copied(entry, "Halden Outdoor");
        changedTo(entry, "No, in Bergen.");
        var recall = only(CSM, entry);

        assertThatThrownBy(() -> SignedIn.as(CSM, () -> recalls.notNeeded(recall.id(), " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why");
        SignedIn.as(CSM, () -> recalls.notNeeded(recall.id(), "They visited us there"));
        changedTo(entry, "No, in Bergen and Moss.");

        assertThat(open(CSM, entry)).isEmpty();
    }

    @Test
    void aRecallIsItsOwnersAndCanBePassedToWhoMayGiveTheAnswer() {
        var entry = answered("Can I change my plan?", "Once a year.");
        copied(entry, "Halden Outdoor");
        changedTo(entry, "Once a month.");
        var recall = only(CSM, entry);

        assertThatThrownBy(() -> SignedIn.as(CSM2, () -> recalls.get(recall.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> SignedIn.as(CSLEAD, () -> recalls.passOn(recall.id(), STAFF.sub())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot give this answer");
        SignedIn.as(CSLEAD, () -> recalls.passOn(recall.id(), CSM2.sub()));

        assertThat(only(CSM2, entry).id()).isEqualTo(recall.id());
        assertThat(duties.find(recall.id()).orElseThrow().owner()).isEqualTo(CSM2.sub());
        changedTo(entry, "Once a week.");
        assertThat(only(CSM2, entry).copier()).isEqualTo(CSM.sub());
    }

    @Test
    void anIncidentStaysOpenWhileRecallsAreAndTwoPeopleCanSetOneAside() {
        var incident = restricted();
        var entry = answeredNow(question("Were keys read?", incident.id(), ""), "No key was.");
        copied(entry, "Halden Outdoor");
        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "still being looked at"));
        var recall = only(CSM, entry);

        assertThat(duties.blocking(incident.id())).extracting(Duty::id).contains(recall.id());
        var told = notices(CSM).stream().filter(one -> one.link().equals(recall.path())).toList();
        assertThat(told).hasSize(1);
        assertThat(told.toString()).doesNotContain("keys", incident.key(), incident.id());
        assertThat(SignedIn.as(CSM, () -> recalls.beyondDuties(SignedIn.person(CSM))))
                .extracting(Recall::id)
                .contains(recall.id());
        assertThat(SignedIn.as(CSM, () -> recalls.get(recall.id())).entry().toString())
                .doesNotContain(incident.id());

        SignedIn.as(COMMANDER, () -> duties.proposeAside(recall.id(), "the customer left"));
        assertThatThrownBy(() -> SignedIn.as(COMMANDER, () -> duties.agreeAside(recall.id())))
                .isInstanceOf(Refused.class);
        SignedIn.as(COMMANDER, () -> incidents.grantAccess(incident.id(), second().sub()));
        SignedIn.as(second(), () -> duties.agreeAside(recall.id()));

        assertThat(store.find(recall.id()).orElseThrow().end().how())
                .isEqualTo(Recall.How.SET_ASIDE);
        assertThat(duties.blocking(incident.id())).isEmpty();
    }

    @Test
    void aSignerWhoCallsTheChangeHarmlessSavesEverybodyTheCall() {
        var entry = answered("Where is the manual?", "Under Help, Manuel.");
        copied(entry, "Halden Outdoor");
        var next = SignedIn.as(WRITER, () -> library.write(entry.id()));
        var draft = inReview(next, "Under Help, Manual.");
        assertThatThrownBy(() ->
                        SignedIn.as(
                                STAFF,
                                () -> {
                                    note.choose(draft, seen(draft), true);
                                    return draft;
                                }))
                .isInstanceOf(Refused.class);
        SignedIn.as(
                ENGINEER2,
                () -> {
                    note.choose(draft, seen(draft), true);
                    return draft;
                });
        signedByAll(draft);
        var released = released(next, draft);

        assertThat(released.isCalledHarmless()).isTrue();
        assertThat(open(CSM, entry)).isEmpty();
    }

    @Test
    void aVersionThatWasCalledHarmlessIsRecalledLikeAnyOtherOnceItIsWithdrawn() {
        var entry = answered("Where is the index?", "Under Help, Idnex.");
        copied(entry, "Halden Outdoor");
        changedHarmlessly(entry);
        assertThat(open(CSM, entry)).isEmpty();

        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "there is no index"));

        assertThat(only(CSM, entry).why()).isEqualTo("withdrawn");
    }

    /** Calls the next version harmless before its release. */
    private void changedHarmlessly(Entry entry) {
        var next = SignedIn.as(WRITER, () -> library.write(entry.id()));
        var draft = inReview(next, "Under Help, Index.");
        SignedIn.as(
                ENGINEER2,
                () -> {
                    note.choose(draft, seen(draft), true);
                    return draft;
                });
        signedByAll(draft);
        released(next, draft);
    }

    @Test
    void afterTheReleaseOnlyItsSignersCanCallItHarmless() {
        var entry = answered("Where is the log?", "Under Help, Lgo.");
        copied(entry, "Halden Outdoor");
        changedTo(entry, "Under Help, Log.");
        var recall = only(CSM, entry);

        assertThatThrownBy(() -> callHarmless(CSM, entry)).isInstanceOf(Refused.class);
        callHarmless(ENGINEER2, entry);

        var end = store.find(recall.id()).orElseThrow().end();
        assertThat(end.how()).isEqualTo(Recall.How.HARMLESS);
        assertThat(end.by()).isEqualTo(ENGINEER2.sub());
        assertThat(duties.find(recall.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void anAnswerThatNobodyVerifiesIsBlockedRecalledAndComesBackByItsVerifierAlone() {
        var entry = answered("How many regions are there?", "Three.");
        copied(entry, "Halden Outdoor");
        overdue(entry);
        assertThatThrownBy(() -> copied(entry, "Halden Outdoor"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("verified again");

        ringExpiry(entry);
        ringExpiry(entry);

        var recall = only(CSM, entry);
        assertThat(recall.why()).isEqualTo("expired");
        assertThat(notices(WRITER)).anyMatch(told -> told.link().equals("faq/" + entry.id()));
        assertThatThrownBy(() -> SignedIn.as(SUPPORT, () -> verifications.verify(entry.id())))
                .isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> verifications.verify(entry.id()));
        assertThat(store.find(recall.id()).orElseThrow().end().how())
                .isEqualTo(Recall.How.STILL_RIGHT);
        copied(entry, "Halden Outdoor");
    }

    @Test
    void aProcessKilledBetweenStepsOwesEverythingOnceAfterwards() {
        var entry = answered("Which browsers work?", "All of them.");
        copied(entry, "Halden Outdoor");
        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "not the old ones"));
        var recall = only(CSM, entry);

        // Killed after the recall was stored, before its duty was.
        mongo.getCollection("duties").deleteOne(Filters.eq("_id", recall.id()));
        var event = told("opened-" + entry.id(), recall.event(RecallChanged.OPENED));
        opened.onRecall(event);
        opened.onRecall(event);
        assertThat(duties.find(recall.id()).orElseThrow().isOpen()).isTrue();
        assertThat(notices(CSM))
                .filteredOn(one -> one.id().startsWith("opened-" + entry.id()))
                .hasSize(1);

        // Killed before the recall was stored: told again, and again after the answer changed.
        mongo.getCollection("faq_recalls").deleteOne(Filters.eq("_id", recall.id()));
        var outdated = new AnswerOutdated(entry.id(), null, 1, 1, "withdrawn");
        opened.onOutdated(told("outdated-" + entry.id(), outdated));
        opened.onOutdated(told("outdated-" + entry.id(), outdated));
        assertThat(only(CSM, entry).id()).isEqualTo(recall.id());
        changedTo(entry, "The newest two of each.");
        opened.onOutdated(told("outdated-" + entry.id(), outdated));
        assertThat(only(CSM, entry).turn()).isEqualTo(2);
    }

    private static DemoPerson second() {
        return DemoPerson.COMMANDER2;
    }

    private <E extends app.candor.audit.DomainEvent> Told<E> told(String id, E event) {
        return new Told<>(id, clock.instant(), "system", event);
    }

    private void callHarmless(DemoPerson person, Entry entry) {
        SignedIn.as(
                person,
                () -> {
                    recalls.callHarmless(entry.id());
                    return person;
                });
    }

    private Copies.Copied correct(Recall recall, int version) {
        return SignedIn.as(
                CSM,
                () ->
                        recalls.correction(
                                recall.id(),
                                UUID.randomUUID().toString(),
                                version,
                                "Halden Outdoor",
                                ""));
    }

    private void overdue(Entry entry) {
        var past = clock.instant().minus(Duration.ofDays(3));
        library.change(
                entry.id(),
                latest ->
                        Change.of(
                                latest.next()
                                        .verification(Verification.from(WRITER.sub(), 1, past))
                                        .telling()
                                        .state()));
    }

    private void ringExpiry(Entry entry) {
        Instant now = clock.instant();
        alarms.due(now).stream()
                .filter(alarm -> entry.id().equals(alarm.facts().get("entry")))
                .forEach(alarm ->
                        alarms.on(
                                told(
                                        "rang-" + alarm.id(),
                                        new AlarmRang(
                                                alarm.id(),
                                                alarm.kind(),
                                                alarm.incident(),
                                                Map.copyOf(alarm.facts())))));
    }

    private List<Recall> open(DemoPerson person, Entry entry) {
        return SignedIn.as(person, recalls::mine).stream()
                .filter(recall -> recall.entry().equals(entry.id()))
                .toList();
    }

    private Recall only(DemoPerson person, Entry entry) {
        var found = open(person, entry);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
