/**
 * What happened, who did it and when, so that nobody can rewrite it; and the way events travel.
 *
 * <p>Owns the hash-chained log, the owed events inside every aggregate and the relay that moves
 * them to the log and to listeners, at least once, idempotent by event id. Holds no content of
 * texts: only hashes and short facts.
 */
@ApplicationModule(allowedDependencies = {"access", "uikit"})
@NullMarked
package app.candor.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
