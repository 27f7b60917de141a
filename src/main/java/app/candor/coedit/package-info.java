/**
 * Texts that several people write at once: their commit log, locks, versions and live connections,
 * and what is said and suggested beside them.
 *
 * <p>A commit is stored before anybody sees it, and the log alone is the truth. Who may read or
 * write a text is asked of the module that owns it ({@link app.candor.coedit.TextAccess}); what a
 * text is for, and what a lock of it means, is not known here.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "duties",
            "embedded",
            "notify",
            "prosemirror",
            "uikit"
        })
@NullMarked
package app.candor.coedit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
