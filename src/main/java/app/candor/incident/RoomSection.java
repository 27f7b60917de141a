package app.candor.incident;

import java.util.List;

/**
 * What a module adds to the left list of an incident's room; a bean of that module. Asked at every
 * redraw in the name of the reader, so it returns only what they may open.
 */
public interface RoomSection {

    /** The heading it stands under; sections of one group are joined. */
    String group();

    /** Place among the sections, small first: documents 10, comms 20, records 30. */
    int order();

    /**
     * Whether all who may read the incident get the same links: then one reading serves them all.
     */
    default boolean isSameForAllReaders() {
        return false;
    }

    List<RoomLink> links(Incident incident);

    /**
     * One line.
     *
     * @param icon name of a glyph in lower case: {@code mail}
     * @param note a count or a state at the end of the line; empty for none
     * @param path in the portal
     * @param gap whether it shows something missing: drawn as a gap
     */
    record RoomLink(String icon, String label, String note, String path, boolean gap) {}
}
