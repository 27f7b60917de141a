package app.candor.policy;

import java.util.List;
import java.util.Map;

/**
 * Times that are owed, all in minutes.
 *
 * @param respond from the first report to confirm or dismiss
 * @param firstNotice by severity, from declaring; a severity that is missing owes none
 * @param cadence by severity, then by stage (investigating, identified, monitoring)
 * @param staffUpdate between updates to staff
 * @param approval by severity: reminder, deputy, escalation
 * @param warnBefore how long before a due time its owner is warned
 */
public record ClockPolicy(
        int respond,
        Map<Severity, Integer> firstNotice,
        Map<Severity, Map<String, Integer>> cadence,
        int staffUpdate,
        Map<Severity, List<Integer>> approval,
        int warnBefore) {}
