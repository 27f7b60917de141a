/**
 * One incident from first suspicion to closing: what is known, who does what, how bad it is and
 * what happened when.
 *
 * <p>Owns incidents, their facts, affected accounts, timeline and internal document. Tells others
 * by events; writes no messages to customers ({@code comms} does) and sends nothing. What stands
 * beside the document has packages of its own: {@code playbook}, {@code customers}, {@code record},
 * {@code review}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "clocks",
            "coedit",
            "coedit :: images",
            "coedit :: ui",
            "duties",
            "notify",
            "policy",
            "prosemirror",
            "report",
            "shell",
            "uikit"
        })
@NullMarked
package app.candor.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
