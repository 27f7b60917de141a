package app.candor.faq.ui;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.faq.Block;
import app.candor.faq.Entry;
import app.candor.uikit.Buttons;
import app.candor.uikit.QuestionDialog;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.Command;

/** What this person may do to an entry; nothing is shown that would be refused for their role. */
class EntryActions extends Div {
    private final EntryDesk desk;
    private final Entry entry;
    private final Runnable changed;

    EntryActions(EntryDesk desk, Entry entry, Runnable changed) {
        this.desk = desk;
        this.entry = entry;
        this.changed = changed;
        addClassName("faq-more");
        var answer = entry.answer();
        if (answer != null && isVerifiable() && desk.verifications().isMine(entry)) {
            offer("Verify: still right", this::verify);
        }
        if (answer != null && desk.recalls().mayCallHarmless(entry)) {
            offer("Only spelling changed", this::harmless);
        }
        if (desk.library().mayWrite(entry) && entry.other() == null) {
            writer(answer != null);
        }
        setVisible(getComponentCount() > 0);
    }

    private void writer(boolean answered) {
        if (entry.draft() == null) {
            offer(answered ? "Change the answer" : "Write the answer", this::write);
        }
        offer("Products", this::products);
        offer("Verifier", this::verifier);
        if (answered && entry.incident() != null && entry.isApproved()) {
            offer("Make always valid", this::promote);
        }
        if (entry.draft() == null) {
            offer("Merge", this::merge);
        }
        var block = entry.blocked();
        if (answered && (block == null || block.kind() != Block.Kind.WITHDRAWN)) {
            add(Buttons.small(Buttons.danger("Withdraw answer", this::withdraw)));
        }
    }

    private boolean isVerifiable() {
        var block = entry.blocked();
        return block == null
                || block.kind() == Block.Kind.EXPIRED
                || block.kind() == Block.Kind.FACT_CHANGED;
    }

    private void offer(String text, Command act) {
        add(
                Buttons.small(
                        Buttons.tertiary(
                                text,
                                () -> {
                                    try {
                                        act.execute();
                                    } catch (Refused refused) {
                                        Toast.error(String.valueOf(refused.getMessage()));
                                    }
                                })));
    }

    private void verify() {
        desk.verifications().verify(entry.id());
        changed.run();
        Toast.show("Verified: it may be given");
    }

    private void harmless() {
        desk.recalls().callHarmless(entry.id());
        changed.run();
        Toast.show("On record with your name: nobody has to be told");
    }

    private void write() {
        go(desk.library().write(entry.id()));
    }

    private void promote() {
        go(desk.curation().promote(entry.id()));
    }

    private void go(Entry written) {
        desk.reading().draftPath(written).ifPresent(UI.getCurrent()::navigate);
    }

    private void verifier() {
        var who = new ComboBox<Person>("Verifier");
        who.setItems(desk.verifications().candidates(entry));
        who.setItemLabelGenerator(Person::name);
        who.setWidthFull();
        var days = new IntegerField("Every so many days");
        days.setMin(1);
        days.setMax(730);
        days.setStepButtonsVisible(true);
        var now = entry.verification();
        days.setValue(now == null ? 90 : now.everyDays());
        if (now != null) {
            desk.people().find(now.verifier()).ifPresent(who::setValue);
        }
        new QuestionDialog("Who verifies this answer?", who, days)
                .answer(
                        "Name verifier",
                        () -> {
                            if (who.getValue() == null || days.getValue() == null) {
                                throw new Refused("Choose a person and a number of days.");
                            }
                            desk.verifications()
                                    .name(entry.id(), who.getValue().id(), days.getValue());
                            changed.run();
                        })
                .open();
    }

    private void products() {
        var field = new ProductsField(desk.search().products());
        field.setValue(desk.labels().of(entry.id()));
        new QuestionDialog("What is this question about?", field)
                .answer(
                        "Save products",
                        () -> {
                            desk.labels().sort(entry.id(), field.getValue());
                            changed.run();
                            Toast.show("Saved. Searches can be narrowed to these products");
                        })
                .open();
    }

    private void merge() {
        var into =
                new EntryField(
                        "Entry that answers it instead",
                        desk.questions(),
                        entry.question(),
                        other -> !other.id().equals(entry.id()) && other.other() == null);
        into.setHelperText(
                "Type to search. Its words find that entry from then on; whoever copied this answer"
                        + " is asked to correct it.");
        new QuestionDialog("Merge “" + entry.question() + "”", into)
                .answer(
                        "Merge",
                        () -> {
                            desk.curation().merge(entry.id(), into.chosen());
                            changed.run();
                            Toast.show("Merged. Its words find the other entry now");
                        })
                .open();
    }

    private void withdraw() {
        var reason = new TextArea("Why is it withdrawn?");
        reason.setHelperText("Everybody who copied it reads your words and has to tell customers.");
        reason.setWidthFull();
        new QuestionDialog("Withdraw this answer?", reason)
                .answer(
                        "Withdraw answer",
                        () -> {
                            desk.library().withdraw(entry.id(), reason.getValue());
                            changed.run();
                            Toast.show("Withdrawn. Nobody can copy it any more");
                        })
                .open();
    }
}
