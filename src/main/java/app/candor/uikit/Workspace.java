package app.candor.uikit;

/**
 * A page that takes the whole window, as the incident room and the draft do: the navigation shrinks
 * to a rail and the bar above the content goes. Such a page shows {@link UtcNow} and an h1 itself.
 */
public interface Workspace {}
