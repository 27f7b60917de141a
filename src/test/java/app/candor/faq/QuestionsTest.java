package app.candor.faq;

import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.Told;
import app.candor.clocks.AlarmRang;
import app.candor.duties.Duties;
import app.candor.incident.IncidentType;
import app.candor.policy.FaqPolicy;
import app.candor.policy.Severity;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a question that nobody answered to words on the asker's clipboard. */
class QuestionsTest extends FaqDesk {
    @Autowired Questions questions;
    @Autowired Duties duties;
    @Autowired FaqAlarms alarms;
    @Autowired FaqTemplate template;

    @Test
    void aQuestionIsOwedByWritersWithATimeAndItsAskersAreToldWhenItIsAnswered() {
        var asked = asked("Does the tracker work offline?");
        SignedIn.as(CSM2, () -> questions.join(asked.id()));
        var duty = duties.find("question:" + asked.id()).orElseThrow();
        assertThat(Duration.between(asked.askedAt(), asked.due())).isEqualTo(Duration.ofHours(2));
        assertThat(duty.due()).isEqualTo(asked.due());
        assertThat(SignedIn.as(CSM, () -> questions.get(asked.id())).askers()).hasSize(2);

        var entry = SignedIn.as(WRITER, () -> questions.write(asked.id()));
        assertThat(duties.find(duty.id()).orElseThrow().owner()).isEqualTo(WRITER.sub());
        var answered = answeredNow(entry, "Yes, for a day.");

        assertThat(SignedIn.as(CSM, () -> questions.get(asked.id())).isOpen()).isFalse();
        assertThat(duties.find(duty.id()).orElseThrow().isOpen()).isFalse();
        for (var person : java.util.List.of(CSM, CSM2)) {
            assertThat(notices(person)).anyMatch(told -> told.link().equals("faq/" + entry.id()));
        }
        copied(answered, "Halden Outdoor");
    }

    @Test
    void aQuestionThatIsLateIsPutBeforeWritersAndTheLeadOfCustomerSuccessOnce() {
        var asked = asked("Is there a desktop app?");
        var later = asked.due().plusSeconds(1);
        var late =
                alarms.due(later).stream()
                        .filter(alarm -> asked.id().equals(alarm.facts().get("question")))
                        .toList();
        assertThat(late).hasSize(1);
        assertThat(alarms.due(asked.due().minusSeconds(1)))
                .noneMatch(alarm -> asked.id().equals(alarm.facts().get("question")));

        var alarm = late.getFirst();
        var told =
                new Told<>(
                        "late-" + asked.id(),
                        later,
                        "system",
                        new AlarmRang(alarm.id(), alarm.kind(), alarm.incident(), alarm.facts()));
        alarms.on(told);
        alarms.on(told);

        for (var person : java.util.List.of(WRITER, CSLEAD)) {
            assertThat(notices(person))
                    .filteredOn(notice -> notice.id().startsWith("late-" + asked.id()))
                    .hasSize(1);
        }
    }

    @Test
    void similarQuestionsAndAnswersAreOfferedBeforeAsking() {
        answered("Is the dashboard available in Swedish?", "Yes.");
        var waits = asked("Can dashboards be printed on paper?");

        var similar = SignedIn.as(CSM2, () -> questions.similar("printing a dashboard on paper"));

        assertThat(similar.open()).extracting(Question::id).contains(waits.id());
        assertThat(SignedIn.as(CSM2, () -> questions.similar("dashboard in swedish")).answered())
                .extracting(Entry::question)
                .contains("Is the dashboard available in Swedish?");
    }

    @Test
    void anAnswerThatExistsEndsTheWaitAtOnce() {
        var entry = answered("Is there a free trial?", "Yes, two weeks.");
        var asked = asked("Can somebody try it for nothing?");

        SignedIn.as(WRITER, () -> questions.pointTo(asked.id(), entry.id()));

        assertThat(SignedIn.as(CSM, () -> questions.get(asked.id())).isOpen()).isFalse();
        assertThat(library.find(entry.id()).orElseThrow().wordings()).contains(asked.words());
    }

    @Test
    void onlyWritersSeeToQuestionsAndClosingOneTakesAReason() {
        var asked = asked("What is your favourite colour?");

        assertThatThrownBy(() -> SignedIn.as(CSM2, () -> questions.write(asked.id())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> questions.close(asked.id(), "")))
                .isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> questions.close(asked.id(), "Not ours to say"));
        assertThatThrownBy(() -> SignedIn.as(CSM2, () -> questions.join(asked.id())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aQuestionAboutARestrictedIncidentDoesNotExistForOutsiders() {
        var incident = restricted();
        var id = UUID.randomUUID().toString();
        SignedIn.as(ENGINEER, () -> questions.ask(id, "Whose keys leaked there?", incident.id()));

        assertThatThrownBy(() -> SignedIn.as(CSM, () -> questions.get(id)))
                .isInstanceOf(NotFound.class);
        assertThat(SignedIn.as(CSM, questions::waiting))
                .extracting(Question::id)
                .doesNotContain(id);
        assertThat(SignedIn.as(CSM, () -> questions.similar("keys leaked there")).open()).isEmpty();
        assertThatThrownBy(() ->
                        SignedIn.as(CSM, () -> questions.ask("x" + id, "Whose?", incident.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void unansweredPertinentNegativesHoldTheFaqOfTheIncidentFromItsSigners() {
        var incident = declared(Severity.SEV2, IncidentType.OUTAGE);
        var entry = question("Are my payments safe?", incident.id(), "");

        assertThatThrownBy(() -> inReview(entry, "Yes."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Were payments affected?");
        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () -> negatives.answer(incident.id(), "payments", false, "x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        SignedIn.as(
                                ENGINEER,
                                () -> negatives.answer(incident.id(), "payments", false, " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stands on");
        for (FaqPolicy.Negative asked :
                SignedIn.as(ENGINEER, () -> negatives.asked(incident.id()))) {
            SignedIn.as(
                    ENGINEER,
                    () -> negatives.answer(incident.id(), asked.key(), false, "ledger query 12"));
        }

        assertThat(inReview(entry, "Yes.").review()).isPresent();
    }

    @Test
    void theTemplateOffersWhatCustomersAskOfThatTypeUntilThereIsAnEntry() {
        var incident = declared(Severity.SEV2, IncidentType.OUTAGE);
        assertThat(offered(incident)).contains("What do I have to do?");

        var entry =
                SignedIn.as(WRITER, () -> template.begin(incident.id(), "What do I have to do?"));
        nothingElseAffected(incident.id());

        assertThat(entry.draft()).isNotNull();
        assertThat(offered(incident))
                .doesNotContain("What do I have to do?")
                .contains("Were payments affected?");
        var negative =
                SignedIn.as(WRITER, () -> template.begin(incident.id(), "Were payments affected?"));
        assertThat(negative.pertinentNegative()).isTrue();
        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () -> template.begin(incident.id(), "What do I have to do?")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        SignedIn.as(
                                CSM,
                                () -> template.begin(incident.id(), "Since when, and is it over?")))
                .isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> negatives.skip(incident.id(), "One customer only"));
        assertThat(offered(incident)).isEmpty();
    }

    private java.util.List<String> offered(app.candor.incident.Incident incident) {
        return SignedIn.as(WRITER, () -> template.of(incident.id())).stream()
                .map(FaqTemplate.Offered::question)
                .toList();
    }

    @Test
    void skippingTheFaqIsARecordedChoice() {
        var incident = declared(Severity.SEV3, IncidentType.BUG);

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> negatives.skip(incident.id(), " ")))
                .isInstanceOf(Refused.class);
        var plan = SignedIn.as(WRITER, () -> negatives.skip(incident.id(), "One customer only"));

        assertThat(plan.skipped()).isNotNull();
        assertThat(SignedIn.as(CSM, () -> negatives.of(incident.id())).skipped().reason())
                .isEqualTo("One customer only");
        assertThat(SignedIn.as(WRITER, () -> negatives.takeUp(incident.id())).skipped()).isNull();
    }

    private Question asked(String words) {
        return SignedIn.as(CSM, () -> questions.ask(UUID.randomUUID().toString(), words, null));
    }
}
