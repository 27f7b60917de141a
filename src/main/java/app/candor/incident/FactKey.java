package app.candor.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the ledger knows about; material facts void signatures when they change. */
public enum FactKey {
    AFFECTED_COUNT("Affected", FactKind.COUNT, false),
    AFFECTED_PERCENT("Affected share", FactKind.PERCENT, false),
    RAW_DATA_LOST("Raw data lost", FactKind.YES_NO, true),
    PERSONAL_DATA("Personal data involved", FactKind.YES_NO, true),
    STARTED("Started", FactKind.TIME, true),
    DETECTED("Detected", FactKind.TIME, false),
    LONGEST_DELAY("Longest delay", FactKind.MINUTES, false),
    CAUGHT_UP_BY("Caught up by", FactKind.ETA, false),
    CAUGHT_UP("Caught up", FactKind.TIME, false),
    CAUSE("Cause", FactKind.TEXT, true),
    ENDED("Ended", FactKind.TIME, true),
    COMPONENTS("Components", FactKind.TEXT, false),
    INTEGRATIONS("Integrations", FactKind.TEXT, false),
    REGIONS("Regions", FactKind.TEXT, false),
    WORKAROUND("Workaround", FactKind.TEXT, false),
    CUSTOMER_ACTION("What customers must do", FactKind.TEXT, true);

    private final String label;
    private final FactKind kind;
    private final boolean material;

    FactKey(String label, FactKind kind, boolean material) {
        this.label = label;
        this.kind = kind;
        this.material = material;
    }

    public String label() {
        return label;
    }

    public FactKind kind() {
        return kind;
    }

    public boolean material() {
        return material;
    }

    /** As documents name it: {@code affected-count}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FactKey> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }
}
