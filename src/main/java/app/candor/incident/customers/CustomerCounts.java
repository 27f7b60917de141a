package app.candor.incident.customers;

import java.util.List;

/**
 * How far the affected accounts have been told.
 *
 * @param affected all of them
 * @param told that it is open, and nothing later
 * @param toldResolved that it is resolved
 * @param undelivered whose last message came back
 * @param csms by customer success manager, most untold first
 */
public record CustomerCounts(
        int affected, int told, int toldResolved, int undelivered, List<Csm> csms) {
    public CustomerCounts {
        csms = List.copyOf(csms);
    }

    public int untold() {
        return affected - told - toldResolved;
    }

    /** Reached with anything. */
    public int reached() {
        return told + toldResolved;
    }

    /**
     * One customer success manager.
     *
     * @param name as the account list has it; empty for accounts without one
     */
    public record Csm(String name, int told, int untold) {
        static Csm one(String name, AccountStatus status) {
            var reached =
                    status == AccountStatus.TOLD || status == AccountStatus.TOLD_RESOLVED ? 1 : 0;
            return new Csm(name, reached, 1 - reached);
        }

        Csm plus(Csm other) {
            return new Csm(name, told + other.told, untold + other.untold);
        }
    }
}
