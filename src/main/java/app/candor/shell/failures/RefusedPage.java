package app.candor.shell.failures;

import app.candor.access.Refused;
import app.candor.shell.ui.MainLayout;
import app.candor.uikit.Glyph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** The person may see that it exists, and may not do this. */
@PageTitle("Not for you · Candor")
@ParentLayout(MainLayout.class)
@PermitAll
class RefusedPage extends ErrorPage implements HasErrorParameter<Refused> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> parameter) {
        show(
                Glyph.LOCK,
                "Not open to you",
                Failure.words(parameter.getException()),
                "Nothing was changed.");
        return 403;
    }
}
