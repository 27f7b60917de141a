package app.candor.shell.ui;

import app.candor.access.Refused;
import app.candor.access.tokens.PersonalToken;
import app.candor.access.tokens.PersonalTokens;
import app.candor.access.tokens.TokenScope;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;

/** A person's tokens for other tools: made, shown once, revoked. */
class TokenPanel extends Div {
    private final PersonalTokens tokens;
    private final Clock clock;
    private final Div list = new Div();

    TokenPanel(PersonalTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        addClassName("stack-l");
        var note =
                new Paragraph(
                        "A token lets one tool, such as your ticket system, search the FAQ library in your"
                                + " name. It opens no page and signs or releases nothing. It sleeps while you"
                                + " have not signed in for 14 days.");
        note.addClassName("t2");
        var actions =
                new Div(Buttons.with(Glyph.PLUS, Buttons.secondary("Make a token", this::ask)));
        actions.addClassName("form-actions");
        add(note, list, actions);
        draw();
    }

    private void draw() {
        list.removeAll();
        for (var token : tokens.mine()) {
            var works = tokens.works(token);
            list.add(
                    new ListRow(
                            new Icon(Glyph.LOCK),
                            token.name(),
                            line(token),
                            works
                                    ? Buttons.small(
                                            Buttons.secondary("Revoke", () -> revoke(token)))
                                    : new Badge(Tone.OUTLINE, state(token))));
        }
    }

    private String line(PersonalToken token) {
        var scopes =
                token.scopes().stream()
                        .sorted()
                        .map(TokenScope::label)
                        .collect(Collectors.joining("; "));
        var used = token.usedAt();
        var now = clock.instant();
        return "%s. Until %s, %s"
                .formatted(
                        scopes,
                        Times.near(token.expiresAt(), now),
                        used == null ? "never used" : "last used " + Times.near(used, now));
    }

    private String state(PersonalToken token) {
        if (token.revokedAt() != null) {
            return "Revoked";
        }
        return clock.instant().isBefore(token.expiresAt()) ? "Sleeps" : "Over";
    }

    private void revoke(PersonalToken token) {
        tokens.revoke(token.id());
        draw();
        Toast.show("Revoked “" + token.name() + "”. The tool cannot use it any more.");
    }

    private void ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Make a token");
        var name = new TextField("Tool that uses it");
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        var scopes = new CheckboxGroup<TokenScope>("It may");
        scopes.setItems(EnumSet.allOf(TokenScope.class));
        scopes.setItemLabelGenerator(TokenScope::label);
        scopes.setValue(EnumSet.of(TokenScope.READ_FAQ));
        var life = new Select<Integer>();
        life.setLabel("For");
        life.setItems(7, 30, 90);
        life.setItemLabelGenerator(days -> days + " days");
        life.setValue(30);
        var form = new Div(name, scopes, life);
        form.addClassName("form");
        dialog.add(form);
        dialog.setWidth("480px");
        dialog.getFooter()
                .add(
                        Buttons.tertiary("Cancel", dialog::close),
                        Buttons.primary(
                                "Make the token",
                                () -> {
                                    try {
                                        var made =
                                                tokens.make(
                                                        name.getValue(),
                                                        scopes.getValue(),
                                                        Duration.ofDays(life.getValue()));
                                        dialog.close();
                                        draw();
                                        showOnce(made);
                                    } catch (Refused refused) {
                                        name.setInvalid(true);
                                        name.setErrorMessage(refused.getMessage());
                                        name.focus();
                                    }
                                }));
        dialog.open();
    }

    private static void showOnce(PersonalTokens.Made made) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Token for " + made.token().name());
        var field = new TextField("Copy it now: it is not shown again");
        field.setValue(made.secret());
        field.setReadOnly(true);
        field.setWidthFull();
        field.setAutoselect(true);
        field.setAutofocus(true);
        dialog.add(field);
        dialog.setWidth("560px");
        dialog.setCloseOnOutsideClick(false);
        dialog.getFooter().add(Buttons.primary("I have stored the token", dialog::close));
        dialog.open();
    }
}
