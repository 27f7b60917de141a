package app.candor.policy;

/** How bad; SEV0 is worst. */
public enum Severity {
    SEV0,
    SEV1,
    SEV2,
    SEV3;

    /** The class that decides the gates; every security incident counts as high besides. */
    public SeverityClass severityClass() {
        return this == SEV0 || this == SEV1 ? SeverityClass.HIGH : SeverityClass.LOW;
    }

    public boolean isWorseThan(Severity other) {
        return ordinal() < other.ordinal();
    }
}
