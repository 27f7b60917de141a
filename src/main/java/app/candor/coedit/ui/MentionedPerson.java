package app.candor.coedit.ui;

/**
 * Somebody who can be mentioned in a text.
 *
 * @param id person id, which the text stores
 * @param title what they do; empty where the directory does not say
 */
public record MentionedPerson(String id, String name, String title) {}
