package app.candor.coedit.authority;

import app.candor.coedit.Version;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What a text's thread can be asked for. */
sealed interface Request {

    /** Adds to the log, if all goes well. */
    sealed interface Write extends Request {
        /** Tells who asked what became of it. */
        void answer(Verdict verdict);

        /** Tells who asked that it can not be done for now. */
        void interrupted(RuntimeException cause);
    }

    /** What code of this portal waits for. */
    sealed interface Awaited extends Write {
        CompletableFuture<Version> done();

        @Override
        default void answer(Verdict verdict) {
            switch (verdict) {
                case Verdict.Store(var commit, var after, var answer) -> done().complete(answer);
                case Verdict.Nothing(var answer) -> done().complete(answer);
                case Verdict.RefuseEdit(var reason) -> done().completeExceptionally(reason);
                default -> throw new IllegalStateException("No answer to an edit: " + verdict);
            }
        }

        @Override
        default void interrupted(RuntimeException cause) {
            done().completeExceptionally(cause);
        }
    }

    /** A tab's steps. */
    record Push(Attendee from, String clientId, long clientSeq, long baseSeq, List<Step> steps)
            implements Write {
        @Override
        public void answer(Verdict verdict) {
            switch (verdict) {
                case Verdict.Again(var commit) -> from.send(new Frame.Commits(List.of(commit)));
                case Verdict.RefusePush(var refusal, var message) ->
                        from.refused(clientSeq, refusal, message);
                default -> {} // The broadcast has told its sender.
            }
        }

        @Override
        public void interrupted(RuntimeException cause) {
            from.interrupted();
        }
    }

    /** A change by the server in a person's name, made on the newest version. */
    record Edit(String by, Function<Node, List<Step>> change, CompletableFuture<Version> done)
            implements Awaited {}

    /**
     * Steps made on an earlier version, all of them or none.
     *
     * @param once names the change, so that a repeat is stored once
     */
    record Merge(
            String by, String once, long baseSeq, List<Step> steps, CompletableFuture<Version> done)
            implements Awaited {}

    /** A lock or unlock; done with the last version before the lock. */
    record SetLock(String by, LockEntry entry, CompletableFuture<Version> done)
            implements Awaited {}

    /**
     * @param seq the version the tab has a copy of, −1 for none
     */
    record Join(Attendee who, long seq) implements Request {}

    record Leave(Attendee who) implements Request {}

    /**
     * @param seq the version the positions are meant in
     */
    record CaretAt(Attendee who, int anchor, int head, long seq) implements Request {}

    record CaretGone(Attendee who) implements Request {}
}
