package app.candor.delivery;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.notify.Inbox;
import app.candor.notify.LivePages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells support when a message was given up, and open lists that something moved. */
@Component
class FailureNotice {
    private final Deliveries deliveries;
    private final Access access;
    private final People people;
    private final Inbox inbox;
    private final LivePages pages;

    FailureNotice(
            Deliveries deliveries, Access access, People people, Inbox inbox, LivePages pages) {
        this.deliveries = deliveries;
        this.access = access;
        this.people = people;
        this.inbox = inbox;
        this.pages = pages;
    }

    @EventListener
    void on(Told<DeliveryChanged> told) {
        pages.changed(Outbox.TOPIC);
        var event = told.event();
        if (!event.action().equals("failed")) {
            return;
        }
        var delivery = deliveries.get(event.id());
        var concerned =
                people.holders(Role.SUPPORT).stream()
                        .filter(p -> access.may(p, Act.SEE_DELIVERIES, delivery.guarded()))
                        .map(Person::id)
                        .toList();
        inbox.tell(
                told.id(),
                concerned,
                "A message could not be delivered",
                "deliveries/" + delivery.id());
    }
}
