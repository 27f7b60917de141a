package app.candor.coedit.authority;

import app.candor.coedit.TextLocked;
import app.candor.coedit.Version;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Rebase;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepMap;
import app.candor.prosemirror.StepWire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes that are stored together: each judged on top of those before it.
 *
 * <p>A write that is refused leaves no trace, so the others are not disturbed by it.
 */
final class Group {
    private static final Logger logger = LoggerFactory.getLogger(Group.class);

    /**
     * An edit made on a version this many commits ago is refused: rebasing it would cost seconds.
     */
    private static final int STALEST = 20_000;

    private static final int MOST_STEPS = 1_000;

    private final String textId;
    private final RecentCommits recent;
    private final Tabs tabs;
    private final CommitLog log;
    private final Archive archive;
    private final StepWire wire;
    private final Instant now;
    private final TextState stored;
    private final List<Commit> commits = new ArrayList<>();
    private final Set<String> pushes = new HashSet<>();
    private TextState state;

    Group(
            String textId,
            TextState stored,
            RecentCommits recent,
            Tabs tabs,
            CommitLog log,
            Archive archive,
            StepWire wire,
            Instant now) {
        this.textId = textId;
        this.stored = stored;
        this.state = stored;
        this.recent = recent;
        this.tabs = tabs;
        this.log = log;
        this.archive = archive;
        this.wire = wire;
        this.now = now;
    }

    List<Commit> commits() {
        return commits;
    }

    Verdict judge(Request.Write write) {
        var verdict =
                switch (write) {
                    case Request.Push push -> push(push);
                    case Request.Edit edit -> edit(edit);
                    case Request.Merge merge -> merge(merge);
                    case Request.SetLock lock -> lock(lock);
                };
        if (verdict instanceof Verdict.Store store) {
            commits.add(store.commit());
            state = store.after();
        }
        return verdict;
    }

    private Verdict push(Request.Push push) {
        if (pushes.contains(key(push))) {
            return new Verdict.Twin();
        }
        var user = push.from().participant().userId();
        var latest = tabs.latest(push.clientId());
        if (!latest.isOf(user)) {
            return new Verdict.RefusePush(Refusal.INVALID, "This tab id is somebody else's");
        }
        if (push.clientSeq() <= latest.clientSeq()) {
            return log.of(textId, push.clientId(), push.clientSeq())
                    .<Verdict>map(Verdict.Again::new)
                    .orElseGet(() ->
                            new Verdict.RefusePush(
                                    Refusal.INVALID, "A later edit of this tab is stored already"));
        }
        if (state.locked()) {
            return new Verdict.RefusePush(Refusal.LOCKED, state.lockReason());
        }
        if (push.baseSeq() < 0 || push.baseSeq() > stored.seq()) {
            return new Verdict.RefusePush(Refusal.INVALID, "The text has no such version");
        }
        if (stored.seq() - push.baseSeq() > STALEST) {
            return new Verdict.RefusePush(
                    Refusal.INVALID, "Too much changed since; open the text again");
        }
        var over = mapsSince(push.baseSeq());
        try {
            var rebased =
                    over.isEmpty()
                            ? Rebase.apply(state.doc(), push.steps())
                            : Rebase.over(state.doc(), push.steps(), over);
            var verdict = store(push.clientId(), push.clientSeq(), user, rebased);
            pushes.add(key(push));
            return verdict;
        } catch (InvalidDocument e) {
            return over.isEmpty() || !wasValid(push) ? invalid() : conflict(push, user);
        } catch (RuntimeException | StackOverflowError e) {
            logger.warn("An edit could not be judged: {}", e.getClass().getName());
            return invalid();
        }
    }

    private static Verdict invalid() {
        return new Verdict.RefusePush(
                Refusal.INVALID, "The text would not be valid with this edit");
    }

    /** Nothing can be left of a good edit after those that came first; the tab keeps its words. */
    private Verdict conflict(Request.Push push, String user) {
        pushes.add(key(push));
        return store(push.clientId(), push.clientSeq(), user, new Rebase(state.doc(), List.of()));
    }

    private boolean wasValid(Request.Push push) {
        try {
            var base = archive.at(textId, push.baseSeq()).doc();
            Rebase.apply(base, push.steps()).doc().check();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private Verdict edit(Request.Edit edit) {
        if (state.locked()) {
            return new Verdict.RefuseEdit(new TextLocked(state.lockReason()));
        }
        try {
            var steps = edit.change().apply(state.doc());
            if (steps.isEmpty()) {
                return new Verdict.Nothing(version(state));
            }
            if (steps.size() > MOST_STEPS) {
                throw new InvalidDocument("An edit has at most " + MOST_STEPS + " steps");
            }
            return store(serverTab(), 1, edit.by(), Rebase.apply(state.doc(), steps));
        } catch (RuntimeException e) {
            return new Verdict.RefuseEdit(e);
        }
    }

    private Verdict merge(Request.Merge merge) {
        var stored = log.of(textId, merge.once(), 1);
        if (stored.isPresent()) {
            var found = stored.get();
            return new Verdict.Nothing(
                    new Version(textId, found.seq(), state.doc(), state.locked()));
        }
        if (state.locked()) {
            return new Verdict.RefuseEdit(new TextLocked(state.lockReason()));
        }
        try {
            if (merge.baseSeq() < 0 || merge.baseSeq() > this.stored.seq()) {
                throw new InvalidDocument("The text has no such version");
            }
            if (commits.stream().anyMatch(commit -> commit.clientId().equals(merge.once()))) {
                return new Verdict.Nothing(version(state));
            }
            var moved = Rebase.over(state.doc(), merge.steps(), mapsSince(merge.baseSeq()));
            if (moved.steps().size() < merge.steps().size()) {
                throw new InvalidDocument("The place of the change is gone");
            }
            return store(merge.once(), 1, merge.by(), moved);
        } catch (RuntimeException e) {
            return new Verdict.RefuseEdit(e);
        }
    }

    private Verdict lock(Request.SetLock request) {
        var lock = state.lock();
        if (request.entry().locked() == (lock != null)) {
            return new Verdict.Nothing(
                    lock == null
                            ? version(state)
                            : new Version(textId, lock.seq() - 1, state.doc(), true));
        }
        var commit =
                new Commit(
                        state.seq() + 1,
                        serverTab(),
                        1,
                        request.by(),
                        now,
                        List.of(),
                        "[]",
                        request.entry());
        var after = state.after(commit, state.doc());
        var answer =
                request.entry().locked()
                        ? new Version(textId, state.seq(), after.doc(), after.locked())
                        : version(after);
        return new Verdict.Store(commit, after, answer);
    }

    private Verdict store(String clientId, long clientSeq, String user, Rebase result) {
        result.doc().check();
        var commit =
                new Commit(
                        state.seq() + 1,
                        clientId,
                        clientSeq,
                        user,
                        now,
                        result.steps(),
                        printed(result.steps()),
                        null);
        var after = state.after(commit, result.doc());
        return new Verdict.Store(commit, after, version(after));
    }

    private List<StepMap> mapsSince(long seq) {
        return Stream.concat(recent.since(seq, stored.seq()).stream(), commits.stream())
                .flatMap(Commit::maps)
                .toList();
    }

    private String printed(List<Step> steps) {
        return Json.print(steps.stream().map(wire::write).toList());
    }

    private Version version(TextState of) {
        return new Version(textId, of.seq(), of.doc(), of.locked());
    }

    private static String key(Request.Push push) {
        return push.clientSeq() + " " + push.clientId();
    }

    private static String serverTab() {
        return "server-" + UUID.randomUUID();
    }
}
