/**
 * Mail on its way out: an outbox that loses nothing and shows every attempt.
 *
 * <p>Owns the queue, the attempts, retries and the exact bytes of every message. Decides nothing
 * about what may leave: whoever posts has asked that.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "notify", "uikit"})
@NullMarked
package app.candor.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
