package app.candor.coedit;

/**
 * Which text, and whose.
 *
 * @param id the text's id, unique over all kinds
 * @param kind which {@link TextAccess} answers for it
 * @param owner id of what the text belongs to in its module: an incident, a draft, an FAQ entry
 */
public record TextRef(String id, String kind, String owner) {
    private static final int LONGEST_ID = 120;

    public TextRef {
        if (id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "A text id has 1 to " + LONGEST_ID + " characters and no slash");
        }
        if (kind.isEmpty()) {
            throw new IllegalArgumentException("A text needs a kind");
        }
    }
}
