package app.candor.uikit;

import app.candor.access.Person;
import com.vaadin.flow.component.html.Span;

/** Initials in the person's colour; screen readers hear name and what the person does here. */
public class PersonAvatar extends Span {
    private static final int COLOURS = 6;

    public PersonAvatar(Person person) {
        this(person, person.title());
    }

    /**
     * @param role what the person is in this place, such as “communications lead”; empty for none
     */
    public PersonAvatar(Person person, String role) {
        var label = role.isEmpty() ? person.name() : person.name() + ", " + role;
        addClassNames("av", colour(person.id()));
        setText(person.initials());
        label(label);
    }

    private PersonAvatar(String vacantRole) {
        addClassNames("av", "gap");
        setText("?");
        label(vacantRole + ": vacant");
    }

    /** A role that nobody holds. */
    public static PersonAvatar vacant(String role) {
        return new PersonAvatar(role);
    }

    /** The class that gives a person's colour to {@code --c}: the same on every page. */
    public static String colour(String personId) {
        return "p" + (Math.floorMod(personId.hashCode(), COLOURS) + 1);
    }

    /** 20 px. */
    public PersonAvatar small() {
        addClassName("sm");
        return this;
    }

    /**
     * For beside the name in a button: screen readers skip it, and its initials are drawn, not
     * written, so that speech control looks for the words of the button alone.
     */
    public PersonAvatar unspoken() {
        var initials = getText();
        setText("");
        getElement()
                .setAttribute("data-initials", initials)
                .setAttribute("aria-hidden", "true")
                .removeAttribute("role")
                .removeAttribute("aria-label");
        return this;
    }

    /** 34 px. */
    public PersonAvatar large() {
        addClassName("lg");
        return this;
    }

    /** Ringed: in this text now. */
    public PersonAvatar live() {
        addClassName("live");
        return this;
    }

    private void label(String label) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }
}
