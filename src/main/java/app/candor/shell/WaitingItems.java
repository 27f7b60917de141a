package app.candor.shell;

import app.candor.access.Person;
import java.util.List;

/** Whoever knows what waits for a person; home shows the most urgent first. */
public interface WaitingItems {

    List<WaitingItem> waitingFor(Person person);
}
