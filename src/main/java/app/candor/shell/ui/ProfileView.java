package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.access.Role;
import app.candor.access.SignIns;
import app.candor.access.tokens.PersonalTokens;
import app.candor.notify.NoticeSettings;
import app.candor.notify.ui.NoticeChoices;
import app.candor.uikit.Buttons;
import app.candor.uikit.DefinitionRows;
import app.candor.uikit.Glyph;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.stream.Collectors;

/** The person's own page: what the directory says, appearance, notices, and signing out. */
@Route("me")
@PageTitle("Your page · Candor")
@PermitAll
class ProfileView extends Page {

    ProfileView(
            People people,
            SignIns signIns,
            NoticeSettings notices,
            PersonalTokens tokens,
            Clock clock) {
        addClassName("narrow");
        var person = people.current();
        var roles =
                person.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", "));
        var details =
                new DefinitionRows()
                        .row("Name", person.name())
                        .row("Title", person.title().isEmpty() ? "Not given" : person.title())
                        .row("E-mail", person.email().isEmpty() ? "Not given" : person.email())
                        .row("Roles", roles.isEmpty() ? "Staff" : roles);
        add(
                new PageHeader("Your page", "Name and roles come from your company's directory."),
                new Panel("You", details).padded(),
                new Panel("Appearance", appearance()).padded(),
                new Panel("Notices", new NoticeChoices(notices)).padded(),
                new Panel("Personal tokens", new TokenPanel(tokens, clock)).padded(),
                new Panel("Sign-in", signIn(signIns)).padded());
    }

    private static RadioButtonGroup<Appearance> appearance() {
        var choices = new RadioButtonGroup<Appearance>();
        choices.setAriaLabel("Appearance");
        choices.setItems(Appearance.values());
        choices.setItemLabelGenerator(Appearance::label);
        choices.setValue(Appearance.chosen());
        choices.addValueChangeListener(changed -> changed.getValue().choose(choices));
        return choices;
    }

    private static Div signIn(SignIns signIns) {
        var text =
                new Paragraph(
                        "Candor keeps you signed in on this browser. Sign out everywhere if a device"
                                + " was lost or shared.");
        text.addClassName("t2");
        var actions =
                new Div(
                        Buttons.with(
                                Glyph.SIGN_OUT,
                                Buttons.secondary("Sign out", ProfileView::signOut)),
                        Buttons.danger(
                                "Sign out everywhere",
                                () -> {
                                    signIns.endAllOfMine();
                                    signOut();
                                }));
        actions.addClassName("form-actions");
        var both = new Div(text, actions);
        both.addClassName("stack-l");
        return both;
    }

    private static void signOut() {
        UI.getCurrent().getPage().setLocation("/sign-out");
    }
}
