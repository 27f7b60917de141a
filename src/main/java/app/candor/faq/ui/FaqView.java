package app.candor.faq.ui;

import app.candor.access.NotFound;
import app.candor.faq.Copies;
import app.candor.faq.FaqReading;
import app.candor.faq.FaqSearch;
import app.candor.faq.Library;
import app.candor.faq.MissedSearches;
import app.candor.faq.index.Card;
import app.candor.faq.index.Found;
import app.candor.incident.Incidents;
import app.candor.notify.LivePages;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Search, choose and copy without leaving the keyboard. */
@Route("faq")
@PageTitle("FAQ library · Candor")
@Menu(title = "FAQ library", order = 50, icon = "book")
@PermitAll
@JsModule("context://assets/copy.js")
@StyleSheet("context://assets/faq.css")
@StyleSheet("context://assets/recall.css")
class FaqView extends Page implements HasUrlParameter<String> {
    private static final int SHOWN = 40;
    private static final Duration STOPPED = Duration.ofSeconds(2);

    private final FaqSearch search;
    private final Library library;
    private final MissedSearches missed;
    private final Clock clock;
    private final Filters filters;
    private final QuestionDesk questions;
    private final TextField field = new TextField();
    private final Span count = new Span();
    private final ResultList results;
    private final AnswerPane answer;
    private final Div columns = new Div();
    private final Div nothing = new Div();
    private String wanted = "";

    /** What was typed and found nothing; counted once the person stops there. */
    private String unfound = "";

    private Instant unfoundAt = Instant.EPOCH;

    FaqView(
            FaqSearch search,
            FaqReading reading,
            Library library,
            MissedSearches missed,
            Copies copies,
            Incidents incidents,
            EntryDesk entries,
            QuestionDesk questions,
            LivePages pages,
            Clock clock) {
        this.search = search;
        this.library = library;
        this.missed = missed;
        this.filters = new Filters(search, this::refresh);
        this.clock = clock;
        this.questions = questions;
        this.answer = new AnswerPane(reading, copies, entries, this::refresh);
        this.results = new ResultList(reading::group, this::chosen);
        addClassName("faq-page");

        var header = new PageHeader("FAQ library");
        if (reading.mayWrite()) {
            var writing = new Anchor("faq-writing", "Writing answers");
            writing.addClassName("button");
            header.add(writing);
            header.add(
                    Buttons.with(
                            Glyph.PLUS,
                            Buttons.secondary(
                                    "Add a question",
                                    () -> new AddQuestionDialog(entries, incidents).open())));
        }
        header.add(
                Buttons.secondary(
                        "Ask a question", () -> new AskDialog(questions, field.getValue()).open()));
        add(header, searchField(), filters);
        columns.add(results, answer);
        columns.addClassName("faq-columns");
        nothing.addClassName("card");
        add(columns, nothing);
        pages.watch(this, FaqSearch.TOPIC, this::refresh);
        addDetachListener(left -> countMiss());
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String entry) {
        wanted = entry == null ? "" : entry;
        refresh();
    }

    private TextField searchField() {
        field.setPlaceholder("Search questions and answers");
        field.setAriaLabel("Search questions and answers");
        field.setPrefixComponent(new Icon(Glyph.SEARCH));
        field.setSuffixComponent(count);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(120);
        field.setWidthFull();
        field.setAutofocus(true);
        field.setMaxLength(200);
        field.getElement().setAttribute("data-search", true);
        field.addClassName("faq-search");
        count.addClassNames("s", "t2");
        count.getElement().setAttribute("aria-live", "polite");
        field.addValueChangeListener(typed -> refresh());
        onKey(Key.ARROW_DOWN, () -> results.move(1));
        onKey(Key.ARROW_UP, () -> results.move(-1));
        onKey(Key.ENTER, this::copyOrAsk);
        onKey(Key.ESCAPE, () -> field.setValue(""));
        return field;
    }

    private void onKey(Key key, com.vaadin.flow.server.Command action) {
        Shortcuts.addShortcutListener(this, action, key).listenOn(field);
    }

    private void copyOrAsk() {
        if (columns.isVisible()) {
            answer.copy(false);
        } else if (!field.getValue().isBlank()) {
            new AskDialog(questions, field.getValue()).open();
        }
    }

    /** Rights are asked again for the one that is opened. */
    private void chosen(Card card) {
        wanted = card.id();
        try {
            answer.show(library.get(card.id()));
            answer.setVisible(true);
        } catch (NotFound hiddenMeanwhile) {
            answer.setVisible(false);
        }
    }

    private void refresh() {
        var found = search.find(field.getValue(), filters.narrowed(), SHOWN);
        noteMiss(found);
        results.show(found, wanted, clock.instant());
        count.setText(count(found));
        var none = found.cards().isEmpty();
        columns.setVisible(!none);
        nothing.setVisible(none);
        nothing.removeAll();
        if (none) {
            nothing.add(empty());
        }
    }

    /** Somebody who is still typing has missed nothing yet. */
    private void noteMiss(Found found) {
        var typed = field.getValue();
        if (typed.equals(unfound) && found.cards().isEmpty()) {
            return;
        }
        if (!clock.instant().isBefore(unfoundAt.plus(STOPPED))) {
            countMiss();
        }
        var none = found.cards().isEmpty() && !filters.isSet() && search.isComplete();
        unfound = none ? typed : "";
        unfoundAt = clock.instant();
    }

    private void countMiss() {
        if (!unfound.isEmpty()) {
            missed.count(unfound);
            unfound = "";
        }
    }

    private static String count(Found found) {
        var shown = found.cards().size();
        if (found.total() > shown) {
            var all = found.total() >= Found.COUNTED ? "more than 1,000" : found.total();
            return shown + " of " + all + " answers";
        }
        return shown == 1 ? "1 answer" : shown + " answers";
    }

    private EmptyState empty() {
        if (!search.isComplete()) {
            return new EmptyState(
                    Glyph.HOURGLASS,
                    "The library is being read",
                    "Candor has just started. Answers appear here within seconds.");
        }
        if (filters.isSet()) {
            return new EmptyState(
                    Glyph.SEARCH,
                    "Nothing fits within these filters",
                    "The whole library may hold an answer.",
                    Buttons.secondary("Search the whole library", filters::clear));
        }
        return field.getValue().isBlank()
                ? new EmptyState(
                        Glyph.BOOK,
                        "No answers yet",
                        "Approved answers to customers' questions appear here.")
                : new EmptyState(
                        Glyph.SEARCH,
                        "Nothing fits “" + field.getValue().strip() + "”",
                        "Try fewer words. Only approved answers may be given to customers.",
                        Buttons.primary(
                                "Ask this question",
                                () -> new AskDialog(questions, field.getValue()).open()));
    }
}
