/**
 * What somebody owes: tasks, and blocking duties that hold an incident open.
 *
 * <p>Owns owner, due time, done, reassigned and set aside by a second person. Does not know why a
 * duty exists; whoever owes it says so in words and links to the place.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "shell", "uikit"})
@NullMarked
package app.candor.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
