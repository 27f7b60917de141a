/**
 * A pager or any other receiver hears what waits for somebody or is late, by a signed webhook.
 *
 * <p>Owns the queue of calls, their attempts and the signature. Decides nothing about who is asked:
 * it passes on what {@code notify} puts into inboxes, which carries no words of a text.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "notify"})
@NullMarked
package app.candor.pager;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
