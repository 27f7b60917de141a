package app.candor.delivery;

import app.candor.access.Guarded;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.delivery.DeliveryState.Failed;
import app.candor.delivery.DeliveryState.Kept;
import app.candor.delivery.DeliveryState.Paused;
import app.candor.delivery.DeliveryState.Queued;
import app.candor.delivery.DeliveryState.Retrying;
import app.candor.delivery.DeliveryState.Sending;
import app.candor.delivery.DeliveryState.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message in the outbox and what became of it. Its bytes lie beside it, under their hash.
 *
 * @param id as whoever posted it chose it
 * @param messageId the {@code Message-ID} of every attempt, with angle brackets
 * @param sha256 of the message as it leaves, hex
 * @param size of the message as it leaves, in bytes
 * @param allowed how many attempts it may take in all
 * @param attempts oldest first
 */
public record Delivery(
        String id,
        String about,
        @Nullable String incident,
        Guarded guarded,
        String messageId,
        MailAddress from,
        List<MailAddress> to,
        String subject,
        List<String> attachments,
        String sha256,
        long size,
        Instant postedAt,
        int allowed,
        DeliveryState state,
        List<Attempt> attempts) {
    public Delivery {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        attempts = List.copyOf(attempts);
    }

    /** Whether readers may hold it twice, under one Message-ID. */
    public boolean possiblyRepeated() {
        return attempts.stream().anyMatch(Attempt::possibleRepeat);
    }

    /** Whether somebody may ask for an attempt now. */
    public boolean canRetry() {
        return switch (state) {
            case Retrying _, Failed _, Kept _, Paused _ -> true;
            case Queued _, Sending _, Sent _ -> false;
        };
    }

    /** Whether somebody may stop it for now. */
    public boolean canPause() {
        return state instanceof Queued || state instanceof Retrying;
    }

    /** When a worker may take it next; empty where none may. */
    Optional<Instant> due() {
        return switch (state) {
            case Queued(var due) -> Optional.of(due);
            case Retrying(var due) -> Optional.of(due);
            case Sending(_, var due) -> Optional.of(due);
            case Sent _, Failed _, Kept _, Paused _ -> Optional.empty();
        };
    }

    /** The worker takes it, or nothing changes because it is not due: another one was first. */
    Change<Delivery> claim(String worker, Duration lease, Instant now) {
        if (due().filter(due -> !due.isAfter(now)).isEmpty()) {
            return Change.of(this);
        }
        var tried = new ArrayList<>(attempts);
        if (running() instanceof Attempt left) {
            tried.set(left.number() - 1, left.lost());
            if (tried.size() >= allowed) {
                return ended(new Failed(now), tried, "failed");
            }
        }
        var repeat = tried.stream().anyMatch(one -> one.result() == Attempt.Result.UNKNOWN);
        tried.add(new Attempt(tried.size() + 1, now, null, Attempt.Result.RUNNING, "", repeat));
        return Change.of(with(new Sending(worker, now.plus(lease)), tried, allowed));
    }

    /** Whether this attempt runs under that lease. */
    boolean isHeldBy(String worker, int attempt) {
        return state instanceof Sending(var holder, _)
                && holder.equals(worker)
                && attempts.size() == attempt;
    }

    Change<Delivery> extendLease(String worker, int attempt, Duration lease, Instant now) {
        return isHeldBy(worker, attempt)
                ? Change.of(with(new Sending(worker, now.plus(lease)), attempts, allowed))
                : Change.of(this);
    }

    /** Writes down how an attempt ended, even if another worker has taken over meanwhile. */
    Change<Delivery> record(int attempt, Outcome outcome, Backoff backoff, Instant now) {
        var tried = new ArrayList<>(attempts);
        var before = tried.get(attempt - 1);
        if (before.endedAt() != null) {
            return Change.of(this);
        }
        tried.set(attempt - 1, before.ended(outcome.result(), outcome.said(), now));
        if (outcome.result() == Attempt.Result.ACCEPTED) {
            return attempt == attempts.size() || !(state instanceof Sending)
                    ? ended(new Sent(now), tried, "sent")
                    : Change.of(with(state, tried, allowed));
        }
        if (!(state instanceof Sending) || attempt != attempts.size()) {
            return Change.of(with(state, tried, allowed));
        }
        if (outcome.forGood() || attempt >= allowed) {
            return ended(new Failed(now), tried, "failed");
        }
        var next = now.plus(backoff.after(attempt));
        return ended(new Retrying(next), tried, "put off");
    }

    /**
     * @throws Refused unless it waits, failed, is kept or paused
     */
    Change<Delivery> retryNow(Instant now) {
        if (!canRetry()) {
            throw new Refused("This message is already on its way or was sent.");
        }
        var enough = Math.max(allowed, attempts.size() + 1);
        return changed(with(new Queued(now), attempts, enough), "asked for again");
    }

    /**
     * @throws Refused unless it waits for an attempt
     */
    Change<Delivery> pause(Instant now) {
        if (!canPause()) {
            throw new Refused("Only a message that waits for an attempt can be paused.");
        }
        return changed(with(new Paused(now), attempts, allowed), "paused");
    }

    private @Nullable Attempt running() {
        return attempts.isEmpty() || attempts.getLast().result() != Attempt.Result.RUNNING
                ? null
                : attempts.getLast();
    }

    private Change<Delivery> ended(DeliveryState next, List<Attempt> tried, String action) {
        return changed(with(next, tried, allowed), action);
    }

    private static Change<Delivery> changed(Delivery next, String action) {
        return Change.of(
                next,
                new DeliveryChanged(
                        next.id, next.incident, action, next.attempts.size(), next.sha256));
    }

    private Delivery with(DeliveryState next, List<Attempt> tried, int enough) {
        return new Delivery(
                id,
                about,
                incident,
                guarded,
                messageId,
                from,
                to,
                subject,
                attachments,
                sha256,
                size,
                postedAt,
                enough,
                next,
                tried);
    }
}
