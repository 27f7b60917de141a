package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.PersonAvatar;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.context.annotation.Scope;

/** Who is signed in; opens appearance, own settings and signing out. */
@SpringComponent
@Scope("prototype")
class PersonMenu extends Div {

    PersonMenu(People people) {
        var person = people.current();
        var name = new Div(person.name());
        name.addClassName("clip");
        var title = new Div(person.title());
        title.addClassNames("xs", "t3", "clip");
        var names = new Div(name, new Text(" "), title);
        names.addClassNames("grow", "person-names");
        var button = new NativeButton();
        button.add(new PersonAvatar(person).unspoken(), names, new Icon(Glyph.DOTS));
        button.addClassName("person");
        button.getElement().setAttribute("aria-haspopup", "menu");
        // What is seen first, so that speech control finds it by its words.
        button.setAriaLabel(person.name() + " " + person.title() + ", menu");
        addClassName("person-menu");
        add(button);
        fill(new ContextMenu(button));
    }

    private static void fill(ContextMenu menu) {
        menu.setOpenOnClick(true);
        var appearance = menu.addItem("Appearance");
        for (var choice : Appearance.values()) {
            var item = appearance.getSubMenu().addItem(choice.label());
            item.setCheckable(true);
            item.addClickListener(clicked -> {
                choice.choose(clicked.getSource());
                appearance.getSubMenu().getItems().forEach(each -> each.setChecked(each == item));
            });
        }
        menu.addOpenedChangeListener(opened -> {
            var chosen = Appearance.chosen();
            appearance
                    .getSubMenu()
                    .getItems()
                    .forEach(each -> each.setChecked(each.getText().equals(chosen.label())));
        });
        menu.addItem(
                "Your page",
                clicked -> clicked.getSource().getUI().ifPresent(ui -> ui.navigate("me")));
        menu.addSeparator();
        menu.addItem(
                "Sign out",
                clicked ->
                        clicked.getSource()
                                .getUI()
                                .ifPresent(ui -> ui.getPage().setLocation("/sign-out")));
    }
}
