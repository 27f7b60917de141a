package app.candor.comms;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.delivery.Eml;
import app.candor.incident.customers.AccountStatus;
import app.candor.incident.customers.Customers;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The portal's own mail to account contacts. */
class DirectMailTest extends MailedCommsDesk {
    @Autowired DirectMails mails;
    @Autowired MailingRounds rounds;
    @Autowired Customers customers;

    @BeforeEach
    void emptyMailbox() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void eachContactGetsOneMessageAndCountsAsToldOnceItWasTaken() throws Exception {
        var draft = released();

        SignedIn.as(SUPPORT, () -> mails.begin(draft.id()));
        rounds.round();
        awaitSent(draft, 2);
        rounds.round();
        rounds.round();

        var toContacts = toContacts(draft);
        assertThat(toContacts).hasSize(2);
        assertThat(toContacts)
                .anySatisfy(mail -> {
                    assertThat(mail.getAllRecipients()[0].toString()).contains("ana@bw.example");
                    assertThat(com.icegreen.greenmail.util.GreenMailUtil.getBody(mail))
                            .contains("Hello Ana Li,");
                });
        assertThat(customers.statesAsSystem(draft.incident()).status("A-1"))
                .isEqualTo(AccountStatus.TOLD);
        assertThat(mails.find(draft.id()).orElseThrow())
                .satisfies(done -> {
                    assertThat(done.told()).hasSize(2);
                    assertThat(done.open()).isFalse();
                });
    }

    @Test
    void onlySupportWhoWroteNothingSendsAndOnlyOnceAndOnlyWhatWasReleased() {
        var unsigned = inReview();
        assertThatThrownBy(() -> SignedIn.as(SUPPORT, () -> mails.begin(unsigned.id())))
                .hasMessageContaining("nothing unsigned leaves");
        var draft = released();

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> mails.begin(draft.id())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> mails.begin(draft.id())))
                .isInstanceOf(Refused.class);
        SignedIn.as(SUPPORT, () -> mails.begin(draft.id()));
        assertThatThrownBy(() -> SignedIn.as(SUPPORT, () -> mails.begin(draft.id())))
                .hasMessageContaining("It goes out once");
    }

    @Test
    void whatIsPausedDoesNotLeaveUntilSomebodyLetsItGoOn() throws Exception {
        var draft = released();
        SignedIn.as(
                SUPPORT,
                () -> {
                    mails.begin(draft.id());
                    return mails.pause(draft.id(), true);
                });
        var posted = mails.find(draft.id()).orElseThrow().posted();
        rounds.round();
        assertThat(mails.find(draft.id()).orElseThrow().posted()).isEqualTo(posted);

        SignedIn.as(SUPPORT, () -> mails.pause(draft.id(), false));
        rounds.round();
        awaitSent(draft, 2);

        assertThat(toContacts(draft)).hasSize(2);
    }

    private Draft released() {
        var draft = signedByAll(inReview());
        return SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
    }

    private void awaitSent(Draft draft, int count) {
        await().until(() -> outbox.states("mailing:" + draft.id() + ":").sent().size() == count);
    }

    private static List<MimeMessage> toContacts(Draft draft) throws Exception {
        var ids =
                List.of(
                        Eml.messageId("mailing:" + draft.id() + ":0", "candor.localhost"),
                        Eml.messageId("mailing:" + draft.id() + ":1", "candor.localhost"));
        var found = new ArrayList<MimeMessage>();
        for (var mail : MAIL.getReceivedMessages()) {
            if (ids.contains(mail.getMessageID())) {
                found.add(mail);
            }
        }
        return found;
    }
}
