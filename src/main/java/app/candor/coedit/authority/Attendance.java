package app.candor.coedit.authority;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who has one text open on this node, what all of them are told, and where their carets are. */
final class Attendance {
    private final Set<Attendee> attendees = new LinkedHashSet<>();
    private final Carets carets = new Carets();
    private long caretsSentAt;

    boolean any() {
        return !attendees.isEmpty();
    }

    /** From now on told of everything, and at once of everybody's caret. */
    void join(Attendee who) {
        attendees.add(who);
        carets.all().ifPresent(who::send);
    }

    void leave(Attendee who) {
        attendees.remove(who);
        caretGone(who);
    }

    /**
     * @param since what was committed after the caret's version
     */
    void caretAt(Request.CaretAt caret, List<Commit> since) {
        carets.moved(caret.who().participant(), caret.anchor(), caret.head(), caret.seq(), since);
    }

    void caretGone(Attendee who) {
        carets.left(who.participant().clientId());
    }

    /** Tells everybody of commits that are stored, and of the locks among them. */
    void committed(List<Commit> commits) {
        commits.forEach(carets::committed);
        tell(new Frame.Commits(commits));
        for (var commit : commits) {
            if (commit.lock() != null) {
                tell(new Frame.Locked(commit.seq(), commit.lock()));
            }
        }
    }

    /** Tells of moved carets, if the last time is long enough ago. */
    void sendCarets(Duration every) {
        if (untilCarets(every) <= 0) {
            caretsSentAt = System.nanoTime();
            tell(carets.news());
        }
    }

    /** How long until moved carets may be told of, in nanoseconds; for ever if none has moved. */
    long untilCarets(Duration every) {
        return carets.anyNews()
                ? every.toNanos() - (System.nanoTime() - caretsSentAt)
                : Long.MAX_VALUE;
    }

    /** The text can not be served here for now. */
    void interrupted() {
        attendees.forEach(Attendee::interrupted);
    }

    private void tell(Frame frame) {
        attendees.forEach(attendee -> attendee.send(frame));
    }
}
