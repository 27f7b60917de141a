package app.candor.shell.failures;

import app.candor.uikit.Toast;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Whatever a listener on a page throws becomes a message that stays until it is closed. */
@Component
class FailuresInClicks implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        init -> init.getSession().setErrorHandler(FailuresInClicks::tell));
    }

    private static void tell(ErrorEvent event) {
        var words = Failure.words(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.accessSynchronously(() -> Toast.error(words));
        }
    }
}
