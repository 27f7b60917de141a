/**
 * Who has to hear of what: an inbox a person, and the pages that redraw themselves when something
 * happens.
 *
 * <p>Notices carry a title and a link, never the words of a restricted incident. Mail to people
 * outside goes through {@code delivery}.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "uikit"})
@NullMarked
package app.candor.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
