/**
 * Drafts of outgoing messages, the revisions that are signed, and the signatures they need before
 * they may leave.
 *
 * <p>Owns the decision who is told, drafts, revisions with their hash, gates in review and the one
 * way to release. Publishes {@link app.candor.comms.DraftReleased}; sends nothing itself: {@code
 * delivery} does.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "clocks",
            "coedit",
            "coedit :: images",
            "coedit :: ui",
            "delivery",
            "duties",
            "incident",
            "incident :: customers",
            "incident :: record",
            "notify",
            "policy",
            "prosemirror",
            "report",
            "shell",
            "uikit",
            "voice"
        })
@NullMarked
package app.candor.comms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
