package app.candor.policy;

import app.candor.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which signatures a text needs before it may leave.
 *
 * @param gates by class, in the order in which the page shows them
 * @param accuracyOnly kinds of text that need the accuracy gate alone, at any class
 * @param freshLoginMinutes how long a fresh login serves for signing at the high class, 1 to 60
 */
public record GatePolicy(
        Map<SeverityClass, List<Gate>> gates, Set<String> accuracyOnly, int freshLoginMinutes) {

    /**
     * @throws IllegalArgumentException if some class would let a text leave unsigned: it has no
     *     gate that is always needed, two gates share a key, or nobody may sign one
     */
    public GatePolicy {
        gates = Map.copyOf(gates);
        accuracyOnly = Set.copyOf(accuracyOnly);
        if (freshLoginMinutes < 1 || freshLoginMinutes > 60) {
            throw new IllegalArgumentException("A fresh login serves for 1 to 60 minutes");
        }
        for (var severityClass : SeverityClass.values()) {
            var all = gates.getOrDefault(severityClass, List.of());
            if (all.stream().noneMatch(gate -> gate.key().equals("accuracy") && !gate.optional())) {
                throw new IllegalArgumentException(
                        "The class "
                                + severityClass
                                + " needs a gate for accuracy that is never optional");
            }
            if (all.stream().map(Gate::key).distinct().count() < all.size()) {
                throw new IllegalArgumentException("Two gates of one class share a key");
            }
        }
    }

    /**
     * One signature.
     *
     * @param key stable: {@code accuracy}, {@code clarity}, {@code liability}, {@code
     *     authority-commander}, {@code authority-leadership}
     * @param title as people read it
     * @param meaning what the signer stands for, printed with the signature
     * @param roles whoever holds one of these may sign
     * @param optional needed only when somebody asks for it or a rule calls it in
     */
    public record Gate(
            String key, String title, String meaning, Set<Role> roles, boolean optional) {
        public Gate {
            roles = Set.copyOf(roles);
            if (key.isBlank() || title.isBlank() || meaning.isBlank() || roles.isEmpty()) {
                throw new IllegalArgumentException(
                        "A gate needs a key, a title, a meaning and somebody who may sign it");
            }
        }
    }

    public List<Gate> forText(SeverityClass severityClass, String kind) {
        var all = gates.getOrDefault(severityClass, List.of());
        return accuracyOnly.contains(kind)
                ? all.stream().filter(gate -> gate.key().equals("accuracy")).toList()
                : all;
    }
}
