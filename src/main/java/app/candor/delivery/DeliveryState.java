package app.candor.delivery;

import java.time.Instant;

/** Where a message stands. All instants are UTC. */
public sealed interface DeliveryState {

    /**
     * Waits for its first attempt, or for one that somebody asked for.
     *
     * @param due from when a worker may take it
     */
    record Queued(Instant due) implements DeliveryState {}

    /**
     * A worker holds it.
     *
     * @param worker token of the lease, made for one attempt
     * @param due when the lease ends and another worker may take it over
     */
    record Sending(String worker, Instant due) implements DeliveryState {}

    /** The mail server accepted it. */
    record Sent(Instant at) implements DeliveryState {}

    /**
     * The last attempt came to nothing.
     *
     * @param due of the next attempt
     */
    record Retrying(Instant due) implements DeliveryState {}

    /** No attempts are left, or the mail server refused for good. */
    record Failed(Instant at) implements DeliveryState {}

    /** No mail server is configured: the message waits here and can be downloaded. */
    record Kept(Instant at) implements DeliveryState {}

    /** Somebody stopped it for now. */
    record Paused(Instant at) implements DeliveryState {}
}
