package app.candor.comms.ui;

import com.vaadin.flow.component.html.IFrame;

/** A message as a mail program shows it: alone in a frame that runs nothing and loads nothing. */
class PreviewFrame extends IFrame {

    PreviewFrame(String page, String label) {
        addClassName("draft-preview");
        setSandbox();
        getElement().setAttribute("title", label);
        setSrcdoc(page);
    }
}
