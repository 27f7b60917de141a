package app.candor.comms;

import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.AggregateStores;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.audit.Leftovers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A submission or a release that breaks off between two of its steps ends as nothing or as all. */
class ReleaseCrashTest extends CommsDesk {
    @Autowired AggregateStores stores;
    @Autowired AuditLog audit;
    @Autowired DraftTexts draftTexts;
    @Autowired Revisions revisions;
    @Autowired MongoTemplate mongo;

    @AfterEach
    void nothingBreaksOff() {
        Crashes.at(Crashes.Point.NOWHERE);
    }

    @Test
    void aReleaseKilledBeforeAnybodyWasToldIsHandedOverOnceLater() {
        var draft = signedByAll(inReview());
        Crashes.at(Crashes.Point.BEFORE_ALL);

        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
        assertThat(packagesOf(draft)).isEmpty();
        Leftovers.deliver(stores);

        assertHandedOverOnce(draft);
    }

    @Test
    void aReleaseKilledAfterEverybodyWasToldIsNotHandedOverTwice() {
        var draft = signedByAll(inReview());
        Crashes.at(Crashes.Point.AFTER_ALL);

        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
        Leftovers.deliver(stores);

        assertHandedOverOnce(draft);
    }

    /**
     * Every step of a release ends with an event that is told; the process dies at each in turn.
     */
    @Test
    void aReleaseKilledBetweenAnyTwoStepsIsHandedOverOnceLater() {
        var step = 0;
        for (var killed = true; killed; step++) {
            var draft = signedByAll(inReview());
            Crashes.beforeEvent(step);
            try {
                SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
            } catch (Crashes.Killed | java.lang.reflect.UndeclaredThrowableException end) {
                // what a dead process does: nothing more
            }
            killed = Crashes.happened();
            for (var round = 0; round < 3; round++) {
                Leftovers.deliver(stores);
            }
            assertThat(drafts(draft).state()).isInstanceOf(DraftState.Released.class);
            assertHandedOverOnce(draft);
        }
        assertThat(step).as("steps that a release was killed before").isGreaterThan(3);
    }

    /** Nothing or everything, whichever write to the database is the first that never happens. */
    @Test
    void aReleaseKilledBeforeAnyOfItsWritesEndsAsNothingOrAsEverything() {
        var write = 0;
        var nothing = 0;
        for (var killed = true; killed; write++) {
            var draft = signedByAll(inReview());
            BrokenWrites.before(write);
            try {
                SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
            } catch (Crashes.Killed | java.lang.reflect.UndeclaredThrowableException end) {
                // what a dead process does: nothing more
            }
            killed = BrokenWrites.happened();
            for (var round = 0; round < 3; round++) {
                Leftovers.deliver(stores);
            }
            if (drafts(draft).isOpen()) {
                nothing++;
                assertThat(packagesOf(draft)).isEmpty();
                SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
            }
            assertHandedOverOnce(draft);
        }
        assertThat(nothing).as("writes before which nothing had been released").isPositive();
        assertThat(write).as("writes that a release was killed before").isGreaterThan(5);
    }

    @Test
    void aSubmissionKilledOnceTheTextIsLockedGoesOnWhenItIsSubmittedAgain() {
        var draft = begun();
        draftTexts.lock(draft, WRITER.sub());

        var again = submitted(draft);

        assertThat(again.review()).isPresent();
        assertThat(again.revisions()).isEqualTo(1);
    }

    @Test
    void aRevisionThatNoDraftNamesReleasesNothing() {
        var draft = begun();
        draftTexts.lock(draft, WRITER.sub());
        var orphan = RevisionFixture.of(draft.id(), 1, RevisionFixture.document("Unsigned"), "No");
        revisions.keep(orphan);

        assertThatThrownBy(() ->
                        SignedIn.as(
                                SUPPORT,
                                () -> drafts.release(draft.id(), new Seen(1, orphan.hash()))))
                .isInstanceOf(Refused.class);
        assertThat(packagesOf(draft)).isEmpty();
    }

    @Test
    void storedBytesThatChangedAfterSigningAreNeverReleased() {
        var draft = signedByAll(inReview());
        var hash = seen(draft).hash();
        var bytes = new String(revisions.bytes(hash), java.nio.charset.StandardCharsets.UTF_8);
        mongo.getCollection("revisions")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", hash),
                        com.mongodb.client.model.Updates.set(
                                "bytes",
                                new org.bson.types.Binary(
                                        bytes.replace("arrive late", "arrive lato")
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(packagesOf(draft)).isEmpty();
        assertThat(drafts(draft).review()).isPresent();
    }

    private void assertHandedOverOnce(Draft draft) {
        assertThat(packagesOf(draft)).hasSize(2);
        assertThat(audit.of("draft:" + draft.id()))
                .extracting(AuditEntry::action)
                .containsOnlyOnce("released");
    }
}
