package app.candor.coedit.ui;

/**
 * A blank that is filled in for each recipient.
 *
 * @param name what the text stores
 * @param label what the picker calls it
 */
public record MergeField(String name, String label) {}
