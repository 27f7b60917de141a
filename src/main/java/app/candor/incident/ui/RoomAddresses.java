package app.candor.incident.ui;

import app.candor.access.NotFound;
import app.candor.incident.Incidents;
import app.candor.shell.HiddenAddresses;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A room that is not there for somebody answers 404 at its first load, as an unknown key does. */
@Component
class RoomAddresses implements HiddenAddresses {
    private static final Pattern ROOM = Pattern.compile("incidents/([^/]+)(/.+)?");

    private final Incidents incidents;

    RoomAddresses(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean hides(String path) {
        var room = ROOM.matcher(path);
        if (!room.matches()) {
            return false;
        }
        try {
            var incident = incidents.byKey(room.group(1));
            return room.group(2) != null && !incidents.maySeeDetails(incident);
        } catch (NotFound unknownOrHidden) {
            return true;
        }
    }
}
