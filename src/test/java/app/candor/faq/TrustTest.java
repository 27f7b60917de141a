package app.candor.faq;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.policy.SeverityClass;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reaches whom, and what may be copied. */
class TrustTest extends FaqDesk {
    @Autowired FaqReading reading;

    @Test
    void aReleasedAnswerOfARestrictedIncidentReachesItsAudienceWithoutBetrayingIt() {
        var incident = restricted();
        var asked = question("Were my keys exposed?", incident.id(), "Never name the vendor");
        SignedIn.as(WRITER, () -> library.alsoAskedAs(asked.id(), "vendor breach"));
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> library.get(asked.id())))
                .isInstanceOf(NotFound.class);

        answeredNow(asked, "No key of yours was exposed.");

        var given = SignedIn.as(CSM, () -> library.get(asked.id()));
        assertThat(given.toString())
                .contains("No key of yours was exposed.")
                .doesNotContain(incident.id(), incident.key(), incident.title(), "vendor");
        assertThat(SignedIn.as(CSM, () -> reading.group(given))).isEqualTo("General answers");
        assertThat(SignedIn.as(CSM, () -> reading.draftPath(given))).isEmpty();
        copied(given, "Halden Outdoor");
        assertThatThrownBy(() -> SignedIn.as(STAFF, () -> library.get(asked.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoCopiedForWhomIsSeenByWhoAnswersForItAndOnesOwnByOneself() {
        var entry = answered("Is there an invoice?", "Yes, under Billing.");
        copied(entry, "Halden Outdoor", CSM);
        copied(entry, "Brightwater", CSM2);

        assertThat(SignedIn.as(CSM, () -> copies.of(entry.id())))
                .extracting(Copy::customer)
                .containsExactly("Halden Outdoor");
        assertThat(SignedIn.as(STAFF, () -> copies.of(entry.id()))).isEmpty();
        assertThat(SignedIn.as(WRITER, () -> copies.of(entry.id()))).hasSize(2);
        assertThat(SignedIn.as(COMMANDER, () -> copies.of(entry.id()))).hasSize(2);
    }

    @Test
    void aVersionThatWasReplacedWhileThePageWasOpenIsNotCopied() {
        var first = answered("Can I export data?", "Yes, as CSV.");
        changedTo(first, "Yes, as CSV and JSON.");

        assertThatThrownBy(() -> copied(first, "Halden Outdoor"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Version 1 was replaced while the page was open")
                .hasMessageContaining("version 2 is shown now");
        assertThat(SignedIn.as(CSM, () -> copies.count(first.id()))).isZero();
    }

    @Test
    void anIdOfAnotherCopyHandsOutNothing() {
        var one = answered("Can I pay by card?", "Yes.");
        var two = answered("Can I pay by cheque?", "No.");
        var id = copied(one, "Halden Outdoor");

        assertThatThrownBy(() ->
                        SignedIn.as(CSM, () -> copies.copy(id, two.id(), 1, "Halden Outdoor", "")))
                .isInstanceOf(Refused.class);
        SignedIn.as(CSM, () -> copies.copy(id, one.id(), 1, "Halden Outdoor", ""));
        assertThat(SignedIn.as(CSM, () -> copies.count(one.id()))).isOne();
    }

    @Test
    void whatIsWithdrawnCannotBeCopiedAndSaysWhy() {
        var entry = answered("Do you offer a dark theme?", "Yes, always.");
        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "not on the old plan"));

        assertThatThrownBy(() -> copied(entry, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not on the old plan");
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> library.withdraw(entry.id(), "wrong")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCopyThatRacesWithAWithdrawalIsHandedOutOrRefusedButNeverForgotten() throws Exception {
        var entry = answered("How many seats are there?", "Fifty.");
        var id = UUID.randomUUID().toString();
        var withdrawing =
                Thread.ofVirtual()
                        .start(() ->
                                SignedIn.as(
                                        WRITER, () -> library.withdraw(entry.id(), "wrong plan")));
        var handedOut = true;
        try {
            SignedIn.as(CSM, () -> copies.copy(id, entry.id(), 1, "Halden Outdoor", ""));
        } catch (Refused tooLate) {
            handedOut = false;
        }
        withdrawing.join();

        assertThat(copies.upTo(entry.id(), 1)).hasSize(handedOut ? 1 : 0);
    }

    @Test
    void aNewAnswerPassesAtLeastTheGatesOfTheOneBefore() {
        var incident = restricted();
        var entry = answeredNow(question("Was data read?", incident.id(), ""), "No.");
        assertThat(entry.atLeast()).isEqualTo(SeverityClass.HIGH);

        var next = SignedIn.as(WRITER, () -> library.write(entry.id()));

        var draft =
                SignedIn.as(
                        WRITER, () -> drafts.get(java.util.Objects.requireNonNull(next.draft())));
        assertThat(draft.highestClass()).isEqualTo(SeverityClass.HIGH);
    }
}
