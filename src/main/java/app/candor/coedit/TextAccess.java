package app.candor.coedit;

import app.candor.access.Person;

/**
 * Says who may do what with the texts of one kind; a bean of the module that owns them.
 *
 * <p>Asked for every message of every open page, so an answer costs at most a read by {@code _id}.
 */
public interface TextAccess {

    /** The kind this bean answers for, as given to {@link Texts#create}; one bean a kind. */
    String kind();

    Permission permission(Person person, TextRef text);
}
