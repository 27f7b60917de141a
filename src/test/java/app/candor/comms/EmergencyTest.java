package app.candor.comms;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.access.StepUpNeeded;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.demo.DemoPerson;
import app.candor.notify.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The release that does not wait for its signers. */
class EmergencyTest extends MailedCommsDesk {
    @Autowired Emergencies emergencies;
    @Autowired AuditLog audit;

    @Test
    void itTakesALeaderAndASecondPersonWhoWroteNothing() {
        var draft = sign(inReview(), ENGINEER2, "accuracy");

        assertThatThrownBy(() -> open(draft, LEGAL)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> second(draft, SUPPORT)).hasMessageContaining("No emergency");
        open(draft, LEADER);
        assertThatThrownBy(() -> second(draft, LEADER)).hasMessageContaining("A second person");
        assertThatThrownBy(() -> second(draft, WRITER)).hasMessageContaining("they wrote");
        assertThat(packagesOf(draft)).isEmpty();
        var released = second(draft, SUPPORT);

        assertThat(released.state())
                .isInstanceOfSatisfying(
                        DraftState.Released.class,
                        gone -> {
                            assertThat(gone.signatures()).hasSize(1);
                            assertThat(gone.emergency().missing())
                                    .contains("Liability and risk is not signed.");
                        });
    }

    @Test
    void itServesOneRevisionOfOneDraftOnce() {
        var draft = inReview();
        var other = submitted(begun(draft.incident()));
        open(draft, LEADER);

        assertThatThrownBy(() -> second(other, SUPPORT)).hasMessageContaining("No emergency");
        SignedIn.as(WRITER, () -> submissions.withdraw(draft.id()));
        var again = submitted(draft);
        assertThatThrownBy(() -> second(again, SUPPORT)).hasMessageContaining("No emergency");
        open(again, LEADER);
        second(again, SUPPORT);
        assertThatThrownBy(() ->
                        SignedIn.as(SUPPORT, () -> emergencies.release(again.id(), seen(again))))
                .isInstanceOf(Refused.class);
        assertThat(packagesOf(draft)).hasSize(2);
    }

    @Test
    void itRunsOut() {
        var draft = inReview();
        open(draft, LEADER);

        clock.advance(Emergencies.SERVES);

        assertThatThrownBy(() -> second(draft, SUPPORT)).hasMessageContaining("No emergency");
        open(draft, LEADER);
        clock.advance(Duration.ofMinutes(1));
        assertThat(second(draft, SUPPORT).isOpen()).isFalse();
    }

    @Test
    void whatLeavesIsMarkedAndEverybodyIsTold() throws Exception {
        var draft = inReview();
        open(draft, LEADER);
        second(draft, SUPPORT);

        var mail = packagesOf(draft).getFirst();
        assertThat(mail.subject()).startsWith("EMERGENCY RELEASE");
        var files = MailFiles.of(SignedIn.as(SUPPORT, () -> outbox.eml(mail.id())));
        assertThat(new String(files.get("message.txt"), StandardCharsets.UTF_8))
                .contains("Released in an emergency by " + LEADER.fullName());
        assertThat(new String(files.get("release.json"), StandardCharsets.UTF_8))
                .contains("is not signed");
        assertThat(RevisionForm.sha256(files.get("revision.json"))).isEqualTo(seen(draft).hash());
        for (var person : List.of(CSM, LEGAL, WRITER)) {
            assertThat(SignedIn.as(person, () -> inbox.latest(50)))
                    .filteredOn(notice -> notice.link().contains(draft.id()))
                    .extracting(Notice::title)
                    .contains("Version 1 was released in an emergency, without all signatures");
        }
        assertThat(audit.of("draft:" + draft.id()))
                .extracting(AuditEntry::action)
                .contains("emergency opened", "released in an emergency");
    }

    @Test
    void bothNeedAFreshLoginAtTheHighClass() {
        var draft = inReview();
        stepUp.forget();

        assertThatThrownBy(() ->
                        SignedIn.as(
                                LEADER,
                                () -> emergencies.open(draft.id(), seen(draft), "Cannot wait")))
                .isInstanceOf(StepUpNeeded.class);
        open(draft, LEADER);
        assertThatThrownBy(() ->
                        SignedIn.as(SUPPORT, () -> emergencies.release(draft.id(), seen(draft))))
                .isInstanceOf(StepUpNeeded.class);
        assertThat(drafts(draft).isOpen()).isTrue();
    }

    private Emergency open(Draft draft, DemoPerson leader) {
        stepUp.login(leader, List.of(seen(draft).hash()));
        return SignedIn.as(
                leader, () -> emergencies.open(draft.id(), seen(draft), "Keys leak right now"));
    }

    private Draft second(Draft draft, DemoPerson person) {
        stepUp.login(person, List.of(seen(draft).hash()));
        return SignedIn.as(person, () -> emergencies.release(draft.id(), seen(draft)));
    }
}
