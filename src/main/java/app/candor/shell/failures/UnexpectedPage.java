package app.candor.shell.failures;

import app.candor.shell.ui.MainLayout;
import app.candor.uikit.Glyph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** A page could not be drawn. Says so, with the number under which the log knows why. */
@PageTitle("Page not shown · Candor")
@ParentLayout(MainLayout.class)
@PermitAll
class UnexpectedPage extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var reference = Failure.log(parameter.getException());
        show(
                Glyph.WARNING,
                "This page could not be shown",
                "A fault in Candor stopped it. What you saved before is kept.",
                "Try again. If it stays, tell an administrator the reference " + reference + ".");
        return 500;
    }
}
