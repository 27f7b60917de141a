package app.candor.coedit.ui;

/**
 * A section that the kind of text asks for.
 *
 * @param title its heading
 * @param hint shown in it while it is empty: one sentence about what belongs there
 */
public record SectionHint(String title, String hint) {}
