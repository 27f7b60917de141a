/**
 * Who people are, which roles they hold and what they may do.
 *
 * <p>Owns people, the mapping of identity-provider groups to roles, sign-in kept across restarts,
 * step-up, and the one answer to "may this person do this to that". Knows incidents only by the
 * {@link app.candor.access.Guarded} view that their module hands in; it stores no business data.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.candor.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
