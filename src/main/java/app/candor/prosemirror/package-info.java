/**
 * Documents, steps and mappings of ProseMirror, on the JVM.
 *
 * <p>Agrees with prosemirror-model and prosemirror-transform to the letter, which the oracle test
 * holds it to, and is stricter in one respect only: what no editor of ours would send is refused
 * with {@link app.candor.prosemirror.InvalidDocument}. Knows no storage, no people and no network.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.candor.prosemirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
