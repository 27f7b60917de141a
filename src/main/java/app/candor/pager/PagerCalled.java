package app.candor.pager;

import app.candor.audit.DomainEvent;
import java.util.Map;

/**
 * The pager took a call, or it was given up.
 *
 * @param notice id of the notice that it was about
 * @param action {@code taken} or {@code failed}
 */
record PagerCalled(String notice, String action, int attempts) implements DomainEvent {

    @Override
    public String subject() {
        return "pager:" + notice;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("attempts", Integer.toString(attempts));
    }
}
