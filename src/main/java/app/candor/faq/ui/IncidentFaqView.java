package app.candor.faq.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.faq.Entry;
import app.candor.faq.FaqPlan;
import app.candor.faq.FaqReading;
import app.candor.faq.FaqTemplate;
import app.candor.faq.Library;
import app.candor.faq.Negatives;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.notify.LivePages;
import app.candor.policy.FaqPolicy;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.QuestionDialog;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** What customers will ask of one incident: what engineering says was not affected, and answers. */
@Route("incidents/:key/faq")
@StyleSheet("context://assets/recall.css")
@PermitAll
class IncidentFaqView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Negatives negatives;
    private final Library library;
    private final FaqTemplate template;
    private final FaqReading reading;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final LivePages pages;
    private final Clock clock;
    private final Div content = new Div();
    private String title = "FAQ";

    IncidentFaqView(
            Negatives negatives,
            Library library,
            FaqTemplate template,
            FaqReading reading,
            Incidents incidents,
            Access access,
            People people,
            LivePages pages,
            Clock clock) {
        this.negatives = negatives;
        this.library = library;
        this.template = template;
        this.reading = reading;
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
        content.addClassName("recall-parts");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElseThrow(NotFound::new);
        var incident = incidents.byKey(key);
        access.require(Act.READ, incident.guarded());
        title = "FAQ of " + incident.key();
        pages.watch(content, "incident:" + incident.id(), () -> draw(incidents.get(incident.id())));
        draw(incident);
    }

    private void draw(Incident incident) {
        content.removeAll();
        var plan = negatives.of(incident.id());
        content.add(header(incident, plan));
        var skipped = plan.skipped();
        if (skipped != null) {
            content.add(
                    new Banner(
                            Tone.INFO,
                            "This incident has no FAQ.",
                            "%s By %s, %s"
                                    .formatted(
                                            skipped.reason(),
                                            nameOf(skipped.by()),
                                            Times.near(skipped.at(), clock.instant()))));
        }
        content.add(negatives(incident, plan));
        offered(incident);
        content.add(entries(incident));
    }

    private PageHeader header(Incident incident, FaqPlan plan) {
        var back = new Anchor(incident.path(), incident.key());
        var header = new PageHeader("FAQ", incident.title()).with(back);
        if (access.may(Act.PROPOSE_COMMS, incident.guarded())) {
            header.add(
                    plan.skipped() == null
                            ? Buttons.secondary("Skip the FAQ", () -> skip(incident))
                            : Buttons.secondary(
                                    "Have a FAQ after all", () -> negatives.takeUp(incident.id())));
        }
        return header;
    }

    private Panel negatives(Incident incident, FaqPlan plan) {
        var asked = negatives.asked(incident.id());
        var open = negatives.unanswered(incident.id()).size();
        var panel = new Panel("Was it affected?");
        panel.note(
                open == 0
                        ? ""
                        : open == 1
                                ? "1 unanswered holds the FAQ"
                                : open + " unanswered hold the FAQ");
        if (asked.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.QUESTION,
                            "Nothing is asked of this incident",
                            "Once it has a type, the policy says what customers will ask."));
        }
        asked.forEach(one -> panel.add(row(incident, plan, one)));
        return panel;
    }

    private ListRow row(Incident incident, FaqPlan plan, FaqPolicy.Negative asked) {
        var finding = plan.findings().get(asked.key());
        var answer =
                Buttons.small(
                        Buttons.secondary(
                                finding == null ? "Answer" : "Answer again",
                                () -> answer(incident, asked)));
        answer.setAriaLabel(answer.getText() + ": " + asked.question());
        answer.setVisible(access.may(Act.CONFIRM_FACT, incident.guarded()));
        if (finding == null) {
            return new ListRow(
                    new Icon(Glyph.GAP, "Not answered yet"),
                    asked.question(),
                    "Engineering has not answered yet",
                    answer);
        }
        return new ListRow(
                new Icon(finding.affected() ? Glyph.WARNING : Glyph.CHECK, "Answered"),
                asked.question(),
                "%s · %s, %s"
                        .formatted(
                                finding.evidence(),
                                nameOf(finding.by()),
                                Times.near(finding.at(), clock.instant())),
                finding.affected()
                        ? new Badge(Tone.WARN, "Affected")
                        : new Badge(Tone.OK, "Not affected"),
                answer);
    }

    private void offered(Incident incident) {
        var offered =
                access.may(Act.DRAFT, incident.guarded())
                        ? template.of(incident.id())
                        : List.<FaqTemplate.Offered>of();
        if (offered.isEmpty()) {
            return;
        }
        var panel = new Panel("Customers will ask").note("not in the FAQ yet");
        for (var one : offered) {
            var write =
                    Buttons.small(
                            Buttons.secondary("Write the answer", () -> begin(incident, one)));
            write.setAriaLabel("Write the answer: " + one.question());
            panel.add(
                    new ListRow(
                            new Icon(Glyph.QUESTION),
                            one.question(),
                            one.finding().isEmpty() ? "As for every such incident" : one.finding(),
                            write));
        }
        content.add(panel);
    }

    private void begin(Incident incident, FaqTemplate.Offered offered) {
        try {
            var entry = template.begin(incident.id(), offered.question());
            reading.draftPath(entry).ifPresent(UI.getCurrent()::navigate);
        } catch (Refused refused) {
            Toast.error(String.valueOf(refused.getMessage()));
        }
    }

    private Panel entries(Incident incident) {
        var panel = new Panel("Questions and answers");
        var entries = library.ofIncident(incident.id());
        if (entries.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.BOOK,
                            "No questions yet",
                            "They are added in the FAQ library, and asked by anybody there."));
        }
        entries.forEach(entry -> panel.add(row(entry)));
        return panel;
    }

    private static ListRow row(Entry entry) {
        var link = new Anchor("faq/" + entry.id(), entry.question());
        link.addClassName("row-title");
        var answer = entry.answer();
        return new ListRow(
                new Icon(Glyph.BOOK),
                link,
                answer == null ? "" : "Version " + answer.version(),
                ResultList.state(entry));
    }

    private void answer(Incident incident, FaqPolicy.Negative asked) {
        var affected = new RadioButtonGroup<Boolean>(asked.question());
        affected.setItems(false, true);
        affected.setItemLabelGenerator(yes -> yes ? "Yes, affected" : "No, not affected");
        var evidence = new TextArea("What does that stand on?");
        evidence.setHelperText("A query, a log, a dashboard: what somebody else could look at.");
        evidence.setMaxLength(1_000);
        evidence.setWidthFull();
        new QuestionDialog("Answer with evidence", affected, evidence)
                .answer(
                        "Confirm answer",
                        () -> {
                            if (affected.getValue() == null) {
                                throw new Refused("Say yes or no.");
                            }
                            negatives.answer(
                                    incident.id(),
                                    asked.key(),
                                    affected.getValue(),
                                    evidence.getValue());
                            Toast.show("Answered: " + asked.question());
                        })
                .open();
    }

    private void skip(Incident incident) {
        var reason = new TextArea("Why does it need no FAQ?");
        reason.setWidthFull();
        new QuestionDialog("Skip the FAQ of " + incident.key() + "?", reason)
                .answer(
                        "Skip the FAQ",
                        () -> {
                            negatives.skip(incident.id(), reason.getValue());
                            Toast.show("On record: no FAQ");
                        })
                .open();
    }

    private String nameOf(String person) {
        return people.find(person).map(Person::name).orElse("somebody who left");
    }
}
