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
            String key, String title, String meaning, Set<Role> roles, boolean optional) {}

    public List<Gate> forText(SeverityClass severityClass, String kind) {
        var all = gates.getOrDefault(severityClass, List.of());
        return accuracyOnly.contains(kind)
                ? all.stream().filter(gate -> gate.key().equals("accuracy")).toList()
                : all;
    }
}
