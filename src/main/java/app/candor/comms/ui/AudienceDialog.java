package app.candor.comms.ui;

import app.candor.comms.Audience;
import app.candor.comms.AudienceScope;
import app.candor.comms.Draft;
import app.candor.incident.AffectedAccount;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;

/** Whom a draft is for. */
class AudienceDialog extends Dialog {
    private final Select<AudienceScope> scope = new Select<>();
    private final MultiSelectComboBox<AffectedAccount> accounts =
            new MultiSelectComboBox<>("Accounts");

    AudienceDialog(CommsDesk desk, Draft draft) {
        setHeaderTitle("Audience");
        scope.setLabel("Who gets it");
        scope.setItems(
                Arrays.stream(AudienceScope.values())
                        .filter(one -> one != AudienceScope.CUSTOMER_SUCCESS)
                        .toList());
        scope.setItemLabelGenerator(one -> capital(one.label()));
        scope.setValue(draft.bundle().audience().scope());
        var affected = affected(desk, draft);
        accounts.setItems(affected);
        accounts.setItemLabelGenerator(AffectedAccount::name);
        accounts.setValue(
                affected.stream()
                        .filter(one ->
                                draft.bundle().audience().accounts().contains(one.accountId()))
                        .toList());
        accounts.setWidthFull();
        scope.setWidthFull();
        accounts.setVisible(scope.getValue() == AudienceScope.SOME_ACCOUNTS);
        scope.addValueChangeListener(
                changed -> accounts.setVisible(changed.getValue() == AudienceScope.SOME_ACCOUNTS));
        add(new VerticalLayout(scope, accounts));
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                "Change audience",
                                () -> {
                                    desk.drafts().changeAudience(draft.id(), chosen());
                                    close();
                                }));
    }

    private Audience chosen() {
        return scope.getValue() == AudienceScope.SOME_ACCOUNTS
                ? Audience.some(
                        accounts.getValue().stream().map(AffectedAccount::accountId).toList())
                : Audience.of(scope.getValue());
    }

    private static List<AffectedAccount> affected(CommsDesk desk, Draft draft) {
        var incident = draft.incident();
        return incident == null ? List.of() : desk.accounts().affected(incident);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
