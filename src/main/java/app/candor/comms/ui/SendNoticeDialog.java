package app.candor.comms.ui;

import app.candor.access.Refused;
import app.candor.comms.NoticeOffer;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.uikit.QuestionDialog;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A wording that was signed in advance, filled and shown as it leaves; one click sends it. */
class SendNoticeDialog extends QuestionDialog {
    private final CommsDesk desk;
    private final Incident incident;
    private final RadioButtonGroup<NoticeOffer> choice;
    private final Div chosen;
    private final Map<FactKey, List<String>> names = new LinkedHashMap<>();

    SendNoticeDialog(CommsDesk desk, Incident incident, List<NoticeOffer> offers) {
        this(desk, incident, offers, new RadioButtonGroup<>(), new Div());
    }

    private SendNoticeDialog(
            CommsDesk desk,
            Incident incident,
            List<NoticeOffer> offers,
            RadioButtonGroup<NoticeOffer> choice,
            Div chosen) {
        super("Send a pre-approved notice", choice, chosen);
        this.desk = desk;
        this.incident = incident;
        this.choice = choice;
        this.chosen = chosen;
        chosen.addClassName("stack");
        choice.setLabel("Wording");
        choice.addThemeName("vertical");
        choice.setItems(offers);
        choice.setItemLabelGenerator(SendNoticeDialog::name);
        choice.setItemEnabledProvider(offer -> stage(offer) == incident.stage());
        choice.addValueChangeListener(changed -> show());
        choice.setValue(offers.getFirst());
        answer("Release it now", this::send);
    }

    private static Stage stage(NoticeOffer offer) {
        return Objects.requireNonNull(offer.wording().standing()).stage();
    }

    private static String name(NoticeOffer offer) {
        return stage(offer).label()
                + ": "
                + offer.reading().subject()
                + ", "
                + offer.wording().kind().label().toLowerCase(java.util.Locale.ROOT);
    }

    private void show() {
        names.clear();
        chosen.removeAll();
        var offer = choice.getValue();
        var preview = new Pre(offer.reading().plainText());
        var paper = new Div(preview);
        paper.addClassNames("card", "padded", "notice-preview");
        offer.open()
                .forEach((slot, list) -> {
                    var field = new MultiSelectComboBox<String>(slot.label());
                    field.setItems(list);
                    field.setHelperText("The ledger has none yet; choose from the list");
                    field.setWidthFull();
                    field.addValueChangeListener(changed -> {
                        names.put(slot, changed.getValue().stream().sorted().toList());
                        preview.setText(
                                desk.notices().filled(incident.id(), offer, names).plainText());
                    });
                    chosen.add(field);
                });
        chosen.add(paper, signed(offer));
        offer.obstacles()
                .forEach(obstacle -> {
                    var line = new Paragraph(obstacle);
                    line.addClassName("c-warn");
                    chosen.add(line);
                });
    }

    private Paragraph signed(NoticeOffer offer) {
        var standing = Objects.requireNonNull(offer.wording().standing());
        var review = offer.wording().review().orElseThrow();
        var line =
                new Paragraph(
                        "To %s. Signed in advance by %d people, in force until %s. It leaves word by word."
                                .formatted(
                                        offer.reading().audience().label(),
                                        review.signatures().size(),
                                        Times.near(standing.until(), desk.clock().instant())));
        line.addClassNames("s", "t2");
        return line;
    }

    private void send() {
        var offer = choice.getValue();
        var empty =
                offer.open().keySet().stream().filter(slot -> names(slot).isEmpty()).findFirst();
        if (empty.isPresent()) {
            throw new Refused("Choose at least one under “" + empty.get().label() + "”.");
        }
        var sent = desk.notices().send(incident.id(), offer.wording().id(), offer.seen(), names);
        Toast.show("Released at " + Times.time(desk.clock().instant()));
        desk.go(DraftWords.path(sent, incident.key()));
    }

    private List<String> names(FactKey slot) {
        return names.getOrDefault(slot, List.of());
    }
}
