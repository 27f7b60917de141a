package app.candor.access;

import java.time.Instant;

/**
 * Somebody signed in, out or again; for the audit log.
 *
 * @param what {@code signed in}, {@code signed in again}, {@code fresh login refused}, {@code
 *     signed out}, {@code signed out by the identity provider}
 */
public record SignInEvent(String id, String person, String what, Instant at) {}
