package app.candor.incident.ui;

import app.candor.incident.Incidents;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Toast;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("report")
@PageTitle("Report an incident · Candor")
@PermitAll
class ReportView extends Page implements AfterNavigationObserver {
    private final ReportForm form;

    ReportView(Incidents incidents) {
        form =
                new ReportForm(
                        incidents,
                        incident -> {
                            Toast.show(incident.key() + " is on record");
                            getUI().ifPresent(ui -> ui.navigate(incident.path()));
                        });
        addClassName("narrow");
        add(
                new PageHeader("Report an incident", "Do not wait until you are certain."),
                Panel.untitled("Report", form).padded());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        form.focusField();
    }
}
