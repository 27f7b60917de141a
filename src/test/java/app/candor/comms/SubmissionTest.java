package app.candor.comms;

import static app.candor.comms.RevisionFixture.document;
import static app.candor.comms.RevisionFixture.fact;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Guarded;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final PinnedFact STARTED =
            fact("started", "Started", "18 Nov 2026, 08:47 UTC", true).asShown(false);
    private static final PinnedFact CAUSE = fact("cause", "Cause", "A limit", true).asShown(false);
    private static final PinnedFact REGION = fact("regions", "Regions", "EU", false).asShown(false);
    private static final Recipient ANA =
            new Recipient("A-1", "Brightwater", "Ana Li", "ana@bw.example");

    @Test
    void factsOfTheTextAndAllMaterialOnesArePinned() {
        var revision =
                submission("Late.", List.of(STARTED, CAUSE, REGION), List.of(ANA))
                        .revision(text("Late."), 1, "writer", Instant.EPOCH);

        assertThat(revision.facts())
                .extracting(PinnedFact::key)
                .containsExactly("cause", "started");
        assertThat(revision.shownFacts()).extracting(PinnedFact::key).containsExactly("started");
    }

    @Test
    void aPlaceholderOfTheTemplateHasToBeReplaced() {
        assertThat(submission("[[the steps]]", List.of(STARTED), List.of(ANA)).problems())
                .singleElement()
                .asString()
                .contains("the steps");
    }

    @Test
    void aFactThatNobodyConfirmedCannotBeShown() {
        assertThat(submission("Late.", List.of(), List.of(ANA)).problems())
                .singleElement()
                .asString()
                .contains("“started”");
    }

    @Test
    void anEmptyAudienceIsRefused() {
        assertThat(submission("Late.", List.of(STARTED), List.of()).problems())
                .singleElement()
                .asString()
                .contains("Nobody would get it");
    }

    @Test
    void anAccountWithoutAddressIsNamed() {
        var silent = new Recipient("B-2", "Øst Retail", "Bo Ek", "");

        assertThat(submission("Late.", List.of(STARTED), List.of(ANA, silent)).problems())
                .containsExactly("No address for: Øst Retail.");
    }

    @Test
    void anEmptyTextIsRefused() {
        var nothing = Map.<String, Object>of("type", "doc", "content", List.of());

        assertThat(
                        new Submission(
                                        draft(),
                                        occasion(List.of()),
                                        audience(List.of(ANA)),
                                        nothing,
                                        null,
                                        null)
                                .problems())
                .containsExactly("The text is empty.");
    }

    @Test
    void aMaterialFactThatChangedIsDrift() {
        var revision =
                submission("Late.", List.of(STARTED, REGION), List.of(ANA))
                        .revision(text("Late."), 1, "writer", Instant.EPOCH);
        var later = fact("started", "Started", "18 Nov 2026, 08:31 UTC", true);

        assertThat(Drift.of(revision, draft(), occasion(List.of(later))))
                .hasValue(
                        "“Started” changed from 18 Nov 2026, 08:47 UTC to 18 Nov 2026, 08:31 UTC");
    }

    @Test
    void aMaterialFactThatBecameKnownIsDriftAndAnotherValueOfALesserFactIsNot() {
        var revision =
                submission("Late.", List.of(STARTED, REGION), List.of(ANA))
                        .revision(text("Late."), 1, "writer", Instant.EPOCH);
        var moved = fact("regions", "Regions", "EU and US", false);

        assertThat(Drift.of(revision, draft(), occasion(List.of(STARTED, moved)))).isEmpty();
        assertThat(Drift.of(revision, draft(), occasion(List.of(STARTED, CAUSE)))).isPresent();
    }

    @Test
    void anotherSeverityIsDriftEvenWithinItsClass() {
        var revision =
                submission("Late.", List.of(STARTED), List.of(ANA))
                        .revision(text("Late."), 1, "writer", Instant.EPOCH);
        var worse =
                new Occasion(
                        "incident-1",
                        "INC-K7Q4",
                        "Late orders",
                        Severity.SEV0,
                        SeverityClass.HIGH,
                        Guarded.open(),
                        List.of(STARTED),
                        List.of());

        assertThat(Drift.of(revision, draft(), worse))
                .hasValue("The severity changed from SEV1 to SEV0");
    }

    private static Submission submission(
            String words, List<PinnedFact> facts, List<Recipient> recipients) {
        return new Submission(
                draft(), occasion(facts), audience(recipients), document(words), null, null);
    }

    private static Revision.Text text(String words) {
        return new Revision.Text("draft-d", 42, document(words));
    }

    private static ResolvedAudience audience(List<Recipient> recipients) {
        return ResolvedAudience.of(AudienceScope.AFFECTED_ACCOUNTS, recipients);
    }

    private static Occasion occasion(List<PinnedFact> facts) {
        return new Occasion(
                "incident-1",
                "INC-K7Q4",
                "Late orders",
                Severity.SEV1,
                SeverityClass.HIGH,
                Guarded.open(),
                facts,
                List.of());
    }

    private static Draft draft() {
        return new Draft(
                "d",
                DraftKind.CUSTOMER_EMAIL,
                "incident-1",
                null,
                "draft-d",
                new Bundle(
                        "Orders arrive late",
                        Set.of(),
                        Audience.of(AudienceScope.AFFECTED_ACCOUNTS),
                        Channel.EMAIL,
                        List.of()),
                SeverityClass.HIGH,
                "writer",
                Instant.EPOCH,
                Set.of(),
                0,
                List.of(),
                new DraftState.Editing(null),
                null,
                null,
                null);
    }
}
