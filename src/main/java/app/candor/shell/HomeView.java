package app.candor.shell;

import app.candor.access.People;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("")
@PageTitle("Home · Candor")
@PermitAll
class HomeView extends Div {
    HomeView(People people) {
        var person = people.current();
        add(new H1("Nothing is burning"), new Paragraph("You are " + person.name() + "."));
    }
}
