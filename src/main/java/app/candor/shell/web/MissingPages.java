package app.candor.shell.web;

import app.candor.shell.HiddenAddresses;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives the first load of an address its status: 404 where there is no page, or none that this
 * person may open, so that the two cannot be told apart.
 */
@Component
class MissingPages implements VaadinServiceInitListener {
    private final AccessAnnotationChecker checker = new AccessAnnotationChecker();
    private final List<HiddenAddresses> hidden;

    MissingPages(List<HiddenAddresses> hidden) {
        this.hidden = hidden;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse page) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request
                && !opens(page, request)) {
            page.getVaadinResponse().setStatus(404);
        }
    }

    private boolean opens(IndexHtmlResponse page, VaadinServletRequest request) {
        var path =
                request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        if (hidden.stream().anyMatch(some -> some.hides(path))) {
            return false;
        }
        var router = page.getVaadinRequest().getService().getRouter();
        return router.resolveNavigationTarget(new Location(path))
                .filter(target ->
                        checker.hasAccess(
                                target.getNavigationTarget(), request.getHttpServletRequest()))
                .isPresent();
    }
}
