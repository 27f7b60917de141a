package app.candor.comms;

import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.coedit.TextLocked;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RaceTest extends CommsDesk {
    /** With {@code --long} 1,000. */
    private static final int ROUNDS = Boolean.getBoolean("candor.long") ? 1_000 : 100;

    private static final int OF_ONE_INCIDENT = 25;

    @Test
    void whateverComesFirstNoUnsignedByteLeaves() throws Exception {
        var incident = "";
        var released = 0;
        for (var round = 0; round < ROUNDS; round++) {
            if (round % OF_ONE_INCIDENT == 0) {
                incident = sev1().id();
            }
            var draft = almostSigned(incident);
            race(draft, round);
            var after = drafts(draft);
            if (after.state() instanceof DraftState.Released gone) {
                released++;
                assertThat(gone.hash()).isEqualTo(seen(draft).hash());
                assertThat(gone.signatures())
                        .hasSize(5)
                        .allSatisfy(by -> assertThat(by.hash()).isEqualTo(gone.hash()));
                assertThat(texts.current(draft.textId()).locked()).isTrue();
            } else {
                assertThat(after.revisions()).isIn(1, 2);
            }
        }
        assertThat(released).as("rounds in which the release came through").isLessThan(ROUNDS);
    }

    @Test
    void twoSubmissionsAtOnceMakeOneRevision() throws Exception {
        var incident = sev1().id();
        for (var round = 0; round < 10; round++) {
            var draft = begun(incident);
            together(
                    List.of(
                            as(WRITER, () -> submissions.submit(draft.id())),
                            as(WRITER, () -> submissions.submit(draft.id()))));
            var after = drafts(draft);
            assertThat(after.review()).isPresent();
            assertThat(after.revisions()).isEqualTo(1);
            assertThat(texts.current(draft.textId()).locked()).isTrue();
        }
    }

    /** All gates but the last are signed. */
    private Draft almostSigned(String incident) {
        var draft = submitted(begun(incident));
        sign(draft, DemoPerson.ENGINEER2, "accuracy");
        sign(draft, DemoPerson.CSLEAD, "clarity");
        sign(draft, DemoPerson.LEGAL, "liability");
        sign(draft, DemoPerson.COMMANDER, "authority-commander");
        stepUp.login(LEADER, List.of(seen(draft).hash()));
        return draft;
    }

    private void race(Draft draft, int round) throws Exception {
        var seen = seen(draft);
        together(
                List.of(
                        as(LEADER, () -> signing.sign(draft.id(), "authority-leadership", seen)),
                        as(SUPPORT, () -> drafts.release(draft.id(), seen)),
                        as(SUPPORT, () -> drafts.release(draft.id(), seen)),
                        as(WRITER, () -> drafts.changeSubject(draft.id(), "Orders wait")),
                        as(
                                DemoPerson.ENGINEER,
                                () -> {
                                    if (round % 2 == 0) {
                                        confirm(
                                                draft,
                                                FactKey.STARTED,
                                                "2026-11-18T08:%02d:00Z".formatted(round / 2 % 60));
                                    }
                                    return draft;
                                }),
                        as(
                                WRITER,
                                () -> {
                                    submissions.withdraw(draft.id());
                                    type(draft, WRITER, "not signed ");
                                    return submissions.submit(draft.id());
                                })));
    }

    private static Callable<Draft> as(DemoPerson person, Callable<Draft> act) {
        return () -> {
            SignedIn.as(person);
            try {
                return act.call();
            } finally {
                SignedIn.out();
            }
        };
    }

    /** Runs all at once; what the rules refuse is a fair outcome, anything else is not. */
    private static void together(List<Callable<Draft>> acts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Draft>>();
            for (var act : acts) {
                running.add(threads.submit(act));
            }
            for (var result : running) {
                try {
                    result.get();
                } catch (java.util.concurrent.ExecutionException failed) {
                    assertThat(failed.getCause()).isInstanceOfAny(Refused.class, TextLocked.class);
                }
            }
        }
    }
}
