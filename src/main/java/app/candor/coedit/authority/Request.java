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
        /** Tells who asked that it can not be done for now. */
        void interrupted(RuntimeException cause);
    }

    /** A tab's steps. */
    record Push(Attendee from, String clientId, long clientSeq, long baseSeq, List<Step> steps)
            implements Write {
        @Override
        public void interrupted(RuntimeException cause) {
            from.interrupted();
        }
    }

    /** A change by the server in a person's name, made on the newest version. */
    record Edit(String by, Function<Node, List<Step>> change, CompletableFuture<Version> done)
            implements Write {
        @Override
        public void interrupted(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

    /**
     * Steps made on an earlier version, all of them or none.
     *
     * @param once names the change, so that a repeat is stored once
     */
    record Merge(
            String by, String once, long baseSeq, List<Step> steps, CompletableFuture<Version> done)
            implements Write {
        @Override
        public void interrupted(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

    /** A lock or unlock; done with the last version before the lock. */
    record SetLock(String by, LockEntry entry, CompletableFuture<Version> done) implements Write {
        @Override
        public void interrupted(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

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
