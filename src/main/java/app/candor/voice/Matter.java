package app.candor.voice;

/** What kind of incident it is; {@link #NONE} where there is none or nobody has said. */
public enum Matter {
    NONE,
    OUTAGE,
    BUG,
    SECURITY,
    PRODUCT_CHANGE
}
