package app.candor.uikit;

import java.util.Locale;

/** What a badge or banner means; a word and a shape always say it too. */
public enum Tone {
    PLAIN,
    OUTLINE,
    OK,
    WARN,
    BAD,
    INFO,
    /** Done for good: solid green. */
    DONE;

    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
