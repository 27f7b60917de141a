package app.candor.shell.failures;

import app.candor.access.NotFound;
import app.candor.shell.ui.MainLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** A view asked for something that does not exist for this person: {@link UnknownPage} again. */
@PageTitle("Nothing here · Candor")
@ParentLayout(MainLayout.class)
@PermitAll
class HiddenPage extends ErrorPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        return UnknownPage.showNothingHere(this);
    }
}
