package app.candor.policy;

/** Which gates apply (founding document C: high and lower severity). */
public enum SeverityClass {
    LOW,
    HIGH;

    public SeverityClass worse(SeverityClass other) {
        return this == HIGH || other == HIGH ? HIGH : LOW;
    }
}
