package app.candor.clocks;

import java.time.Instant;
import java.util.List;

/** Whoever knows moments at which people have to be told; a bean of the module that owns them. */
public interface AlarmSource {

    /**
     * Alarms whose moment has come, those that rang already included. Asked every few seconds, so
     * it reads only what is open.
     */
    List<Alarm> due(Instant now);
}
