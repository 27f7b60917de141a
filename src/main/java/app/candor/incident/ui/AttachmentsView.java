package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.incident.Incident;
import app.candor.incident.record.Attachment;
import app.candor.incident.record.Attachments;
import app.candor.incident.record.FileType;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;

/** Files that belong to the incident. */
@Route("incidents/:key/attachments")
@PermitAll
class AttachmentsView extends RecordPage {
    private final Attachments attachments;
    private final Div outcome = new Div();

    AttachmentsView(RoomDesk desk, Attachments attachments) {
        super(
                desk,
                "Attachments",
                "Charts, logs and what customers sent; readable to whoever reads the incident.",
                "attachments");
        this.attachments = attachments;
        outcome.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    Component[] parts(Incident incident) {
        var parts = new ArrayList<Component>();
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            parts.add(upload(incident));
        }
        var panel = new Panel("Files");
        var all = attachments.of(incident.id());
        all.forEach(one -> panel.add(row(incident, one)));
        if (all.isEmpty()) {
            panel.add(new EmptyState(Glyph.CLIP, "Nothing is attached", ""));
        }
        parts.add(panel);
        return parts.toArray(Component[]::new);
    }

    private Component upload(Incident incident) {
        var upload = new Upload();
        upload.setUploadHandler(
                UploadHandler.inMemory((metadata, bytes) -> {
                    upload.clearFileList();
                    attach(incident, metadata.fileName(), bytes);
                }));
        upload.setAcceptedFileTypes(FileType.allEndings().toArray(String[]::new));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Attachments.MOST_BYTES);
        upload.addFileRejectedListener(
                rejected -> say("A PDF, picture, archive or text of at most 20 MB is needed."));
        var line =
                new Paragraph(
                        "PDF, PNG, JPEG, GIF, ZIP, GZ or plain text, at most 20 MB. The content has"
                                + " to be what the name says.");
        line.addClassNames("s", "t2");
        return new Panel("Attach a file", line, upload, outcome).padded();
    }

    private void attach(Incident incident, String name, byte[] bytes) {
        try {
            attachments.attach(incident.id(), name, bytes);
            outcome.removeAll();
            Toast.show("The file is attached");
        } catch (Refused why) {
            say(String.valueOf(why.getMessage()));
        }
    }

    private void say(String why) {
        outcome.removeAll();
        outcome.add(new Banner(Tone.BAD, "Nothing was attached.", why));
    }

    private Component row(Incident incident, Attachment one) {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = attachments.content(one.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            one.name(),
                            one.type().mediaType(),
                            bytes.length);
                });
        var anchor = new Anchor(file, one.name());
        anchor.addClassName("row-title");
        var line =
                size(one.size())
                        + " · "
                        + desk().nameOf(one.by())
                        + ", "
                        + Times.near(one.at(), desk().now());
        return desk().may(Act.WRITE_DOCUMENT, incident)
                ? new ListRow(
                        new Icon(Glyph.CLIP),
                        anchor,
                        line,
                        Buttons.small(
                                Buttons.icon(
                                        Glyph.CLOSE,
                                        "Remove file: " + one.name(),
                                        () -> attachments.remove(one.id()))))
                : new ListRow(new Icon(Glyph.CLIP), anchor, line);
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " kB"
                : bytes / 1024 / 1024 + " MB";
    }
}
