package app.candor.comms;

import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What leaves once all gates are signed, and what does not. */
class ReleaseTest extends CommsDesk {
    @Autowired ReleasedTexts releasedTexts;
    @Autowired MongoTemplate mongo;

    @Test
    void anEmailSignedAtAllGatesIsReleasedToThoseWhoSendIt() {
        var draft = signedByAll(inReview());

        var released = SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThat(released.state())
                .isInstanceOfSatisfying(
                        DraftState.Released.class,
                        gone -> assertThat(gone.hash()).isEqualTo(seen(draft).hash()));
        assertThat(packagesOf(draft)).hasSize(2);
        assertThat(packagesOf(draft).getFirst().attachments())
                .containsExactly(
                        "message.eml",
                        "message.txt",
                        "audience.csv",
                        "revision.json",
                        "sign-off.pdf",
                        "release.json");
    }

    @Test
    void aSignerWhoLostTheRoleHoldsUpTheRelease() {
        var draft = signedByAll(inReview());
        var legal = SignedIn.person(LEGAL);
        mongo.save(
                new app.candor.access.Person(
                        legal.id(), legal.name(), legal.email(), legal.title(), Set.of(Role.CSM)));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no longer holds the role");
    }

    @Test
    void theWriterDoesNotReleaseAndNeitherDoStaff() {
        var draft = signedByAll(inReview());

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(STAFF, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsReleasedIsNeverReleasedAgainOrWithdrawn() {
        var draft = signedByAll(inReview());
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> submissions.withdraw(draft.id())))
                .isInstanceOf(Refused.class);
        assertThat(packagesOf(draft)).hasSize(2);
    }

    @Test
    void thePackageHoldsTheSignedRevisionByteForByte() throws Exception {
        var draft = signedByAll(inReview());
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        var posted = SignedIn.as(SUPPORT, () -> outbox.eml(packagesOf(draft).getFirst().id()));

        var files = MailFiles.of(posted);
        assertThat(RevisionForm.sha256(files.get("revision.json"))).isEqualTo(seen(draft).hash());
        assertThat(files.get("message.eml"))
                .isEqualTo(
                        HandOffFiles.eml(RevisionForm.read(files.get("revision.json")), List.of()));
        assertThat(new String(files.get("audience.csv"), StandardCharsets.UTF_8))
                .contains("ana@bw.example")
                .contains("bo@ost.example")
                .doesNotContain("cobalt");
        assertThat(files.get("sign-off.pdf")).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void anEvergreenAnswerPassesTheLowGatesAndIsReleasedWithoutMail() {
        var begun =
                SignedIn.as(
                        WRITER,
                        () ->
                                drafts.begin(
                                        new NewDraft(
                                                DraftKind.FAQ_ANSWER,
                                                null,
                                                "entry-1",
                                                "Was data lost?",
                                                Audience.of(AudienceScope.CUSTOMER_SUCCESS),
                                                SeverityClass.LOW,
                                                answer(),
                                                null)));
        var draft = submitted(begun);
        signWithoutLogin(draft, ENGINEER2, "accuracy");
        signWithoutLogin(draft, CSLEAD, "clarity");

        var released = SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThat(Reading.of(releasedTexts.of(released.id()).orElseThrow()).plainText())
                .isEqualTo("No, [account name].\n");
        assertThat(SignedIn.as(DemoPerson.CSM, () -> drafts.ofOwner("entry-1"))).isNotEmpty();
        assertThat(owed(draft.id())).as("events that nobody can take").isEmpty();
    }

    private static Node answer() {
        return Schema.candor()
                .readDocument(
                        """
                        {"type":"doc","content":[{"type":"paragraph","content":[
                         {"type":"text","text":"No, "},
                         {"type":"merge_field","attrs":{"name":"account_name"}},
                         {"type":"text","text":"."}]}]}
                        """);
    }
}
