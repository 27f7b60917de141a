package app.candor.coedit.websocket;

import app.candor.coedit.authority.CoeditSettings;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How much each person may send, on all their tabs together. */
@Component
class Allowances {
    private final CoeditSettings settings;
    private final Clock clock;
    private final ConcurrentHashMap<String, Both> byPerson = new ConcurrentHashMap<>();

    private record Both(Allowance messages, Allowance characters) {}

    Allowances(CoeditSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return false if the person sends too much and the message is not to be taken
     */
    boolean take(String userId, int characters) {
        var allowance = byPerson.computeIfAbsent(userId, id -> fresh());
        return allowance.messages().take(1) && allowance.characters().take(characters);
    }

    void forget(String userId) {
        byPerson.remove(userId);
    }

    private Both fresh() {
        return new Both(
                new Allowance(settings.pushesPerSecond(), clock),
                new Allowance(settings.charactersPerSecond(), clock));
    }
}
