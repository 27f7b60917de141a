/**
 * Policy as versioned data: severities, gates, criteria and cadences.
 *
 * <p>Owns the documents, their versions and the change by two administrators. Enforces nothing: the
 * modules that ask for a policy do.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "prosemirror", "uikit", "voice"})
@NullMarked
package app.candor.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
