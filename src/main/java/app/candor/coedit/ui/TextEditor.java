package app.candor.coedit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * One co-edited text on a page.
 *
 * <p>The browser talks to the authority by itself, over a socket of its own: nothing that is typed
 * passes through Flow, and whether the person may write is asked there for every key. A view only
 * decides where the editor stands.
 */
@Tag("candor-editor")
@JsModule("context://assets/editor.js")
@StyleSheet("context://assets/editor.css")
public class TextEditor extends Component implements HasStyle {
    private static final long serialVersionUID = 1L;

    /**
     * @param textId id of the text, as given to {@code Texts.create}
     * @param label accessible name
     */
    public TextEditor(String textId, String label) {
        getElement().setAttribute("doc-id", textId);
        getElement().setAttribute("label", label);
    }

    /** Words shown while the text is empty. */
    public void setPlaceholder(String words) {
        getElement().setAttribute("placeholder", words);
    }

    /** Leaves out the toolbar. */
    public void setCompact(boolean compact) {
        getElement().setAttribute("compact", compact);
    }

    /** Begins in suggestion mode: what is typed becomes a suggestion. */
    public void startSuggesting() {
        getElement().setAttribute("suggest", true);
    }

    /** What the fact tokens in the text stand for now; call again when the ledger changes. */
    public void setFacts(List<FactToken> facts) {
        getElement().setPropertyList("facts", facts);
    }

    /** The blanks that may be inserted; none by default. */
    public void setMergeFields(List<MergeField> fields) {
        getElement().setPropertyList("mergeFields", fields);
    }

    /** Who can be mentioned: those who may read the text. */
    public void setPeople(List<MentionedPerson> people) {
        getElement().setPropertyList("people", people);
    }

    /** What the kind of text asks for; an empty section shows its hint. */
    public void setSections(List<SectionHint> sections) {
        getElement().setPropertyList("sections", sections);
    }

    /** Whether pictures may be added; not by default. */
    public void setPictures(boolean taken) {
        getElement().setAttribute("pictures", taken);
    }

    /** Has the text handed over while it is written: see {@link #addWordsListener}. */
    public void judgeWords() {
        getElement().setAttribute("judged-words", true);
    }

    /** Has the text handed over again, for what it is judged by changed. */
    public void judgeAgain() {
        getElement().executeJs("this.judgeAgain && this.judgeAgain()");
    }

    /** The answer to a text, as JSON in the form of {@code frontend/voice/findings.ts}. */
    public void showJudged(String json) {
        getElement().setProperty("judged", json);
    }

    /** Hears the text as this browser has it, a moment after somebody stopped typing. */
    public Registration addWordsListener(ComponentEventListener<WordsEvent> listener) {
        return addListener(WordsEvent.class, listener);
    }

    /** Hears that words are to be kept although they are minded. */
    public Registration addKeepListener(ComponentEventListener<KeepEvent> listener) {
        return addListener(KeepEvent.class, listener);
    }

    /** Hears that somebody wants to change the subject. */
    public Registration addSubjectListener(ComponentEventListener<SubjectEvent> listener) {
        return addListener(SubjectEvent.class, listener);
    }

    /**
     * Puts the whole text on the clipboard of the person at this page, formatted and plain, with
     * the values of its tokens; tells by a notice over the text.
     */
    public void copyAll() {
        getElement().callJsFunction("copyAll");
    }

    /** Hears whether everything typed in this browser is stored. */
    public Registration addStateListener(ComponentEventListener<StateEvent> listener) {
        return addListener(StateEvent.class, listener);
    }

    /** A text to judge. */
    @DomEvent("candor-words")
    public static class WordsEvent extends ComponentEvent<TextEditor> {
        private static final long serialVersionUID = 1L;

        private final int number;
        private final String document;

        public WordsEvent(
                TextEditor source,
                boolean fromClient,
                @EventData("event.detail.number") int number,
                @EventData("event.detail.document") String document) {
            super(source, fromClient);
            this.number = number;
            this.document = document;
        }

        /** Counts the texts of this browser; the answer carries it. */
        public int number() {
            return number;
        }

        /** JSON, as the browser says. */
        public String document() {
            return document;
        }
    }

    /** Words to keep. */
    @DomEvent("candor-keep")
    public static class KeepEvent extends ComponentEvent<TextEditor> {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final String reason;

        public KeepEvent(
                TextEditor source,
                boolean fromClient,
                @EventData("event.detail.key") String key,
                @EventData("event.detail.reason") String reason) {
            super(source, fromClient);
            this.key = key;
            this.reason = reason;
        }

        /** Key of the finding. */
        public String key() {
            return key;
        }

        public String reason() {
            return reason;
        }
    }

    /** To the subject, please. */
    @DomEvent("candor-subject")
    public static class SubjectEvent extends ComponentEvent<TextEditor> {
        private static final long serialVersionUID = 1L;

        public SubjectEvent(TextEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The editor's connection to the text changed. */
    @DomEvent("candor-state")
    public static class StateEvent extends ComponentEvent<TextEditor> {
        private static final long serialVersionUID = 1L;

        private final String saving;
        private final int unsent;

        public StateEvent(
                TextEditor source,
                boolean fromClient,
                @EventData("event.detail.saving") String saving,
                @EventData("event.detail.unsent") int unsent) {
            super(source, fromClient);
            this.saving = saving;
            this.unsent = unsent;
        }

        /**
         * One of {@code saved}, {@code saving}, {@code offline}, {@code locked}, {@code read-only}.
         */
        public String saving() {
            return saving;
        }

        /** Edits made in this browser that the server has not stored yet. */
        public int unsent() {
            return unsent;
        }
    }
}
