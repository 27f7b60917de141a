package app.candor.comms.ui;

import app.candor.coedit.ui.FactToken;
import app.candor.coedit.ui.MergeField;
import app.candor.coedit.ui.TextEditor;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.FirstNotices;
import app.candor.comms.Reading;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The centre of the workspace: the text to write, or as its reader gets it. */
class DraftSheet extends Div {
    private final CommsDesk desk;
    private final TextEditor editor;
    private final WordsWhileWriting words;
    private final TextField subject = new TextField();
    private final Span to = new Span();
    private final Div write;
    private final Div shown = new Div();
    private final Map<Mode, NativeButton> modes = new EnumMap<>(Mode.class);
    private Draft draft;
    private Mode mode;

    private enum Mode {
        WRITE("Write", Glyph.PENCIL),
        DESKTOP("Desktop", Glyph.DESKTOP),
        PHONE("Phone", Glyph.PHONE),
        DARK("Dark", Glyph.MOON),
        PLAIN("Plain text", Glyph.LIST),
        PDF("PDF", Glyph.DOCUMENT);

        private final String label;
        private final Glyph glyph;

        Mode(String label, Glyph glyph) {
            this.label = label;
            this.glyph = glyph;
        }
    }

    DraftSheet(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        this.mode = draft.state() instanceof DraftState.Editing ? Mode.WRITE : Mode.DESKTOP;
        addClassName("draft-sheet");
        editor = new TextEditor(draft.textId(), "Text of the message");
        editor.setPlaceholder("Write the message");
        editor.setMergeFields(
                Arrays.stream(app.candor.comms.MergeField.values())
                        .filter(field -> field.isTakenBy(draft.kind()))
                        .map(field -> new MergeField(field.key(), field.label()))
                        .toList());
        editor.setPictures(draft.takesPictures());
        words = new WordsWhileWriting(desk, draft.id(), editor, subject::focus);
        subject.setAriaLabel("Subject");
        subject.setPlaceholder("Subject");
        subject.setMaxLength(200);
        subject.setValueChangeMode(ValueChangeMode.ON_BLUR);
        subject.addValueChangeListener(changed -> {
            if (changed.isFromClient() && !changed.getValue().isBlank()) {
                desk.drafts().changeSubject(this.draft.id(), changed.getValue());
                Toast.show("Subject saved");
            }
        });
        write = new Div(meta(), editor);
        write.addClassNames("card", "draft-paper");
        shown.addClassName("draft-shown");
        var bar = new Div(segments());
        bar.addClassName("draft-bar");
        add(bar, write, shown);
    }

    /** The text, for what stands beside it. */
    TextEditor editor() {
        return editor;
    }

    /**
     * Shows the draft as it is now; what somebody is typing stays where it is. Who opens a text
     * again goes on writing.
     */
    void show(Draft now, Reading reading) {
        var open = now.state() instanceof DraftState.Editing && desk.drafts().mayWrite(now);
        if (open && !(draft.state() instanceof DraftState.Editing)) {
            mode = Mode.WRITE;
        }
        draft = now;
        subject.setReadOnly(!open || !desk.drafts().may(app.candor.access.Act.DRAFT, now));
        subject.setValue(reading.subject());
        to.setText(reading.audience().label());
        facts();
        words.again();
        modes.forEach((one, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(one == mode)));
        write.setVisible(mode == Mode.WRITE);
        shown.setVisible(mode != Mode.WRITE);
        shown.removeAll();
        if (mode != Mode.WRITE) {
            shown.add(envelope(reading));
        }
        switch (mode) {
            case WRITE -> {}
            case DESKTOP ->
                    shown.add(new PreviewFrame(reading.mailPage(), "The message on a desktop"));
            case PHONE -> {
                var frame = new PreviewFrame(reading.mailPage(), "The message on a phone");
                frame.addClassName("phone");
                shown.add(frame);
            }
            case DARK -> {
                var frame =
                        new PreviewFrame(
                                reading.darkPage(), "The message in a mail program that is dark");
                frame.addClassName("dark");
                shown.add(frame);
            }
            case PLAIN -> shown.add(plain(reading));
            case PDF -> shown.add(pdf());
        }
    }

    private void facts() {
        var incident = draft.incident();
        editor.setFacts(
                draft.standing() != null
                        ? FirstNotices.slots().stream().map(DraftSheet::slot).toList()
                        : incident == null
                                ? List.of()
                                : desk.facts().ledger(incident).stream().map(this::token).toList());
    }

    /** A place that an incident fills. */
    private static FactToken slot(FactKey key) {
        return new FactToken(
                key.key(), key.label(), "[" + key.label() + "]", null, null, "", null, List.of());
    }

    private FactToken token(Fact fact) {
        var by = fact.confirmedBy();
        var at = fact.at();
        return new FactToken(
                fact.key(),
                fact.label(),
                fact.unknown() ? "" : fact.value(),
                name(by),
                at == null ? null : at.toString(),
                fact.source(),
                fact.unknown() ? "unknown" : null,
                fact.history().stream()
                        .map(earlier ->
                                new FactToken.Earlier(
                                        earlier.value(),
                                        name(earlier.confirmedBy()),
                                        earlier.at().toString(),
                                        earlier.source()))
                        .toList());
    }

    private @Nullable String name(@Nullable String person) {
        return person == null
                ? null
                : desk.people().find(person).map(found -> found.shortName()).orElse(null);
    }

    private Div meta() {
        var meta = new Div(label("To"), to, label("Subject"), subject);
        meta.addClassName("draft-meta");
        return meta;
    }

    private static Div envelope(Reading reading) {
        var line = new Span(reading.subject().isBlank() ? "No subject yet" : reading.subject());
        line.addClassName("b");
        var meta =
                new Div(label("To"), new Span(reading.audience().label()), label("Subject"), line);
        meta.addClassNames("draft-meta", "draft-envelope");
        return meta;
    }

    /** As the reader of the document gets it; the browser shows the pages. */
    private Div pdf() {
        var file =
                DownloadHandler.fromInputStream(
                                request -> {
                                    var bytes = desk.pdfs().preview(draft.id());
                                    return new DownloadResponse(
                                            new ByteArrayInputStream(bytes),
                                            "preview.pdf",
                                            "application/pdf",
                                            bytes.length);
                                })
                        .inline();
        var link = new Anchor(file, "Open the PDF on its own");
        link.setTarget("_blank");
        link.addClassName("button");
        var frame = new IFrame();
        frame.getElement().setAttribute("src", file);
        frame.getElement().setAttribute("title", "The text as a PDF");
        frame.addClassNames("draft-preview", "pdf");
        var all = new Div(link, frame);
        all.addClassName("draft-pdf");
        return all;
    }

    private static Div plain(Reading reading) {
        var paper = new Div(new Pre(reading.plainText()));
        paper.addClassNames("card", "padded", "draft-plain");
        return paper;
    }

    private Div segments() {
        var group = new Div();
        group.addClassName("seg");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", "View");
        for (var one : Mode.values()) {
            var button = new NativeButton("", clicked -> choose(one));
            button.add(new Icon(one.glyph).small(), new Span(one.label));
            modes.put(one, button);
            group.add(button);
        }
        return group;
    }

    private void choose(Mode chosen) {
        mode = chosen;
        var now = desk.drafts().get(draft.id());
        show(now, desk.readings().of(now));
    }

    private static Span label(String text) {
        var label = new Span(text);
        label.addClassName("t3");
        return label;
    }
}
