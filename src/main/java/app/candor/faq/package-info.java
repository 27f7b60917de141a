/**
 * Answers that customer success managers may give: found, copied, and known to be given.
 *
 * <p>Owns questions with their approved answers, the search over them and the record of every copy.
 * An answer is written, signed and released in {@code comms}; it is approved here by that release
 * and by nothing else.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "coedit",
            "comms",
            "incident",
            "notify",
            "policy",
            "prosemirror",
            "uikit"
        })
@NullMarked
package app.candor.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
