package app.candor.coedit.authority;

/**
 * A lock or unlock in the log.
 *
 * @param locked whether the text is closed to writing from here on
 * @param reason shown to those who write just now
 */
public record LockEntry(boolean locked, String reason) {}
