package app.candor.coedit;

import app.candor.access.Guarded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what the texts of one kind are called and where they are read; a bean of the module that
 * owns them, beside its {@link TextAccess}.
 */
public interface TextHome {

    /** The kind this bean answers for, as given to {@link Texts#create}; one bean a kind. */
    String kind();

    /** Empty if there is no such text any more. No rights are asked here. */
    Optional<Place> place(TextRef text);

    /**
     * @param title what a notice calls it, such as “Incident document of INC-K7Q4”; nothing that a
     *     reader of the text may not know
     * @param path where it is read, a path in the portal
     * @param incident id of the incident it belongs to, null for none
     */
    record Place(String title, String path, @Nullable String incident, Guarded guarded) {}
}
