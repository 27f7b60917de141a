package app.candor.shell.failures;

import app.candor.shell.ui.MainLayout;
import app.candor.uikit.Glyph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** No such address, or none for this person: the two look and answer the same. */
@PageTitle("Nothing here · Candor")
@ParentLayout(MainLayout.class)
@PermitAll
class UnknownPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return showNothingHere(this);
    }

    static int showNothingHere(ErrorPage page) {
        page.show(
                Glyph.SEARCH,
                "Nothing here",
                "There is nothing at this address",
                "Check the address, or ask whoever sent it to you.");
        return 404;
    }
}
