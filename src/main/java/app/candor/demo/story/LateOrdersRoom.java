package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER2;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.incident.IncidentRole;
import app.candor.incident.customers.Complaints;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling.What;
import app.candor.incident.customers.Tickets;
import app.candor.incident.record.Decisions;
import app.candor.incident.record.LinkKind;
import app.candor.incident.record.Links;
import app.candor.incident.record.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people wrote down beside the document while orders were late. */
@PartOfTheStory
class LateOrdersRoom {
    private final Desks desks;
    private final Links links;
    private final Tickets tickets;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Customers customers;
    private final Complaints complaints;
    private final Cast cast;

    LateOrdersRoom(
            Desks desks,
            Links links,
            Tickets tickets,
            Decisions decisions,
            Tasks tasks,
            Customers customers,
            Complaints complaints,
            Cast cast) {
        this.desks = desks;
        this.links = links;
        this.tickets = tickets;
        this.decisions = decisions;
        this.tasks = tasks;
        this.customers = customers;
        this.complaints = complaints;
        this.cast = cast;
    }

    void furnish(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(26)));
        cast.as(ENGINEER, () -> openCall(id));
        clock.turnTo(start.plus(Duration.ofMinutes(39)));
        cast.as(SUPPORT, () -> linkTickets(id));
        clock.turnTo(start.plus(Duration.ofMinutes(48)));
        desks.tick(id, WRITER, "documentation/2");
        clock.turnTo(start.plus(Duration.ofMinutes(58)));
        cast.as(
                COMMANDER,
                () -> {
                    decisions.record(
                            id,
                            "Restore the earlier setting instead of rolling the release back",
                            "Two other changes of the release fix billing and have to stay",
                            null,
                            clock.instant());
                    desks.incidents.assignRole(id, IncidentRole.EXECUTIVE_SPONSOR, LEADER2.sub());
                });
        clock.turnTo(start.plus(Duration.ofMinutes(62)));
        desks.tick(id, WRITER, "documentation/1");
        clock.turnTo(start.plus(Duration.ofMinutes(84)));
        cast.as(ENGINEER, () -> giveTasks(id, start));
        clock.turnTo(start.plus(Duration.ofMinutes(101)));
        cast.as(
                CSM,
                () -> {
                    customers.told(
                            id,
                            List.of("A-1001", "A-1005", "A-1009", "A-1013"),
                            What.OPEN,
                            "by phone, with the words of the second notice");
                    customers.told(id, List.of("A-1017"), What.UNDELIVERED, "mailbox is full");
                    complaints.log(
                            id,
                            "Brightwater Retail",
                            "Their morning stock count was wrong because orders were missing. They"
                                    + " want to know why nobody called before 10 o'clock.");
                });
        clock.turnTo(start.plus(Duration.ofMinutes(104)));
        cast.as(SUPPORT, () -> linkLaterTicket(id));
        cast.as(
                ENGINEER2,
                () -> {
                    desks.timeline.add(
                            id,
                            start.plus(Duration.ofMinutes(99)),
                            "Backlog of EU group 1 is down to 40,000 events");
                });
    }

    private void openCall(String id) {
        links.add(
                id, LinkKind.CALL, "Call for late orders", "https://meet.example.com/late-orders");
        links.add(
                id,
                LinkKind.CHANNEL,
                "#incident-late-orders",
                "https://chat.example.com/c/late-orders");
        links.add(
                id,
                LinkKind.DASHBOARD,
                "Event age by EU group",
                "https://charts.example.com/d/event-age");
    }

    private void linkTickets(String id) {
        var halden =
                tickets.link(
                        id,
                        "SUP-4711",
                        "https://support.example.com/SUP-4711",
                        "Halden Outdoor",
                        "Ana Ruiz",
                        "ana.ruiz@halden-outdoor.example");
        var both =
                tickets.link(
                        id,
                        "SUP-4711",
                        null,
                        "Halden Outdoor",
                        "Finn Ols",
                        "finn.ols@halden-outdoor.example");
        for (var requestor : both.requestors()) {
            tickets.answered(halden.id(), requestor.id(), Tickets.Answer.CRITICAL);
        }
    }

    private void linkLaterTicket(String id) {
        tickets.link(
                id,
                "SUP-4718",
                "https://support.example.com/SUP-4718",
                "Copper Goods",
                "Ben Carter",
                "ben.carter@copper-goods.example");
    }

    private void giveTasks(String id, Instant start) {
        tasks.add(
                id,
                "Restore the earlier setting in EU group 3",
                ENGINEER2.sub(),
                null,
                start.plus(Duration.ofMinutes(133)),
                false);
        tasks.add(
                id,
                "Call the merchants with more than 1,000 waiting orders",
                SUPPORT.sub(),
                null,
                start.plus(Duration.ofMinutes(150)),
                true);
    }
}
