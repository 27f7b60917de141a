package app.candor.shell;

/** Whoever has pages that exist for some people only, so that the others' status says nothing. */
public interface HiddenAddresses {

    /**
     * Whether nothing is at this address for the current person, though it looks like a page's.
     *
     * @param path without a slash in front
     */
    boolean hides(String path);
}
