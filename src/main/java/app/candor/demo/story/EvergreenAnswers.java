package app.candor.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Answers that are always valid. */
@PartOfTheStory
@Order(2)
class EvergreenAnswers implements Chapter {
    private final Desks desks;

    EvergreenAnswers(Desks desks) {
        this.desks = desks;
    }

    private record Shelf(
            String question,
            String answer,
            String doNotSay,
            List<String> wordings,
            String product) {}

    @Override
    public void tell(Instant now, StoryClock clock) {
        var day = now.minus(Duration.ofDays(40));
        for (var entry : entries()) {
            clock.turnTo(day);
            desks.answer(
                    null,
                    entry.question(),
                    entry.answer(),
                    entry.doNotSay(),
                    false,
                    entry.wordings(),
                    entry.product());
            day = day.plus(Duration.ofDays(4));
        }
    }

    private static List<Shelf> entries() {
        return List.of(
                new Shelf(
                        "How long do you keep raw events?",
                        "We keep raw events for 25 months. Within that time every report can be"
                                + " built again from them.",
                        "",
                        List.of("retention period", "how far back", "data storage time"),
                        "Raw events"),
                new Shelf(
                        "Where can I see the status of my ticket?",
                        "Open Tickets in the customer portal and choose yours: it shows who is"
                                + " working on it and what comes next. We also write to you when it"
                                + " is resolved.",
                        "",
                        List.of("ticket status", "track my request"),
                        "Support portal"),
                new Shelf(
                        "Can a deleted report be restored?",
                        "Yes, within 30 days. Open Reports, choose Deleted, then Restore. After 30"
                                + " days a report can be built again from raw events.",
                        "",
                        List.of("undelete", "removed report by accident"),
                        "Reports"),
                new Shelf(
                        "How do you tell customers about an incident?",
                        "When an incident affects {{account_name}}, your contact receives an e-mail"
                                + " with what happened, what it means for you and what comes next."
                                + " Not every incident affects every customer.",
                        "How many incidents there were. Names of other customers.",
                        List.of("incident notification", "do you inform us"),
                        "Support portal"),
                new Shelf(
                        "In which region is my data stored?",
                        "Your data is stored in the region that you chose at sign-up, and it is"
                                + " processed there. The region stands under Settings, then Data.",
                        "",
                        List.of("data residency", "EU or US hosting"),
                        "Raw events"),
                new Shelf(
                        "Do delayed events change my past reports?",
                        "Yes, for the better: late events are counted at the time they happened, so"
                                + " a report is complete once we have caught up.",
                        "",
                        List.of("numbers changed", "late data in reports"),
                        "Reports"));
    }
}
