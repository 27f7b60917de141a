package app.candor.comms.rendering;

/** What stands in place of a document's tokens. */
public interface Tokens {

    /** Value of a fact as the reader sees it. */
    String fact(String key);

    /** Value of a merge field, or its name in brackets where the reader is not known. */
    String mergeField(String name);
}
