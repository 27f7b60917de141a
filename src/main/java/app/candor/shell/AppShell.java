package app.candor.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** Theme and server push for every page. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://assets/candor.css")
@StyleSheet("context://assets/base.css")
@StyleSheet("context://assets/components.css")
@StyleSheet("context://assets/controls.css")
@StyleSheet("context://assets/shell.css")
@Push
class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "/assets/icon.svg");
        settings.setViewport("width=device-width, initial-scale=1");
    }
}
