package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.uikit.Toast;
import com.vaadin.flow.server.Command;
import java.util.Optional;

/**
 * The one thing that this reader does next; none for those who only read.
 *
 * @param text a verb and its object
 */
record NextStep(String text, Command act) {

    static Optional<NextStep> of(RoomDesk desk, Incident incident) {
        if (incident.stage() == Stage.SUSPECTED) {
            return step(
                    desk,
                    incident,
                    Act.CONFIRM,
                    "Confirm or dismiss",
                    () -> Questions.confirm(desk, incident));
        }
        if (incident.stage().isOver()) {
            return Optional.empty();
        }
        if (incident.declaredAt() == null) {
            return step(
                    desk,
                    incident,
                    Act.DECLARE,
                    "Declare severity",
                    () -> Questions.declare(desk, incident));
        }
        if (incident.commander() == null && desk.me().has(app.candor.access.Role.COMMANDER)) {
            return Optional.of(new NextStep("Take command", () -> takeCommand(desk, incident)));
        }
        var next = following(incident.stage());
        var act = next == Stage.CLOSED ? Act.CLOSE : Act.SET_STAGE;
        return step(desk, incident, act, text(next), () -> move(desk, incident, next));
    }

    static void takeCommand(RoomDesk desk, Incident incident) {
        desk.incidents().takeCommand(incident.id());
        Toast.show("You command " + incident.key());
    }

    static void move(RoomDesk desk, Incident incident, Stage next) {
        desk.incidents().setStage(incident.id(), next);
        Toast.show(incident.key() + " is in stage " + next.key());
    }

    static String text(Stage next) {
        return next == Stage.CLOSED ? "Close incident" : "Move to " + next.key();
    }

    private static Stage following(Stage stage) {
        return switch (stage) {
            case INVESTIGATING -> Stage.IDENTIFIED;
            case IDENTIFIED -> Stage.MONITORING;
            case MONITORING -> Stage.RESOLVED;
            case RESOLVED -> Stage.REVIEW;
            default -> Stage.CLOSED;
        };
    }

    private static Optional<NextStep> step(
            RoomDesk desk, Incident incident, Act act, String text, Command done) {
        return desk.may(act, incident) ? Optional.of(new NextStep(text, done)) : Optional.empty();
    }
}
