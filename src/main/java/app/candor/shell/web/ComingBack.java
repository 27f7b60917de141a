package app.candor.shell.web;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * How an open page survives a server that restarts or loses its session: it keeps trying, and once
 * the server answers that it does not know the session, the page reloads itself. The kept sign-in
 * does the rest.
 */
@Component
class ComingBack implements VaadinServiceInitListener {
    private static final int ATTEMPTS = 100_000;
    private static final int INTERVAL_MS = 1_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        event.getSource().setSystemMessagesProvider(info -> messages);
        event.getSource().addUIInitListener(ComingBack::keepTrying);
    }

    private static void keepTrying(UIInitEvent event) {
        var dialog = event.getUI().getReconnectDialogConfiguration();
        dialog.setReconnectAttempts(ATTEMPTS);
        dialog.setReconnectInterval(INTERVAL_MS);
        dialog.setDialogText("Candor does not answer. This page comes back by itself.");
        dialog.setDialogTextGaveUp("Candor does not answer. Reload this page to try again.");
    }
}
