/**
 * Answers that customer success managers may give: found, copied, and known to be given.
 *
 * <p>Owns questions with their approved answers, the search over them, the record of every copy and
 * what is owed to those who were given an answer that changed. An answer is written, signed and
 * released in {@code comms}; it is approved here by that release and by nothing else.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "coedit",
            "clocks",
            "comms",
            "comms :: rendering",
            "duties",
            "incident",
            "notify",
            "policy",
            "prosemirror",
            "shell",
            "uikit"
        })
@NullMarked
package app.candor.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
