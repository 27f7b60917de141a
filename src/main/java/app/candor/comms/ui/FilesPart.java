package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.comms.Attachment;
import app.candor.comms.Draft;
import app.candor.comms.DraftFiles;
import app.candor.comms.DraftState;
import app.candor.incident.record.FileType;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;

/** Files that leave with a text; each is part of what is signed. */
class FilesPart extends Div {
    private final CommsDesk desk;
    private final Draft draft;
    private final boolean open;

    FilesPart(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        this.open =
                draft.state() instanceof DraftState.Editing && desk.drafts().may(Act.DRAFT, draft);
        addClassName("draft-files");
        draft.bundle().attachments().forEach(file -> add(row(file)));
        if (draft.bundle().attachments().isEmpty()) {
            var none = new Div("No files");
            none.addClassNames("s", "t2");
            add(none);
        }
        if (open) {
            add(upload());
        }
    }

    private Div row(Attachment file) {
        var content =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = desk.files().content(draft.id(), file);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            file.name(),
                            file.mediaType(),
                            bytes.length);
                });
        var name = new Anchor(content, file.name());
        name.addClassName("b");
        var weight = new Div(file.weight());
        weight.addClassNames("s", "t2");
        var words = new Div(name, weight);
        words.addClassName("grow");
        var row = new Div(new Icon(Glyph.CLIP), words);
        row.addClassName("draft-file");
        if (open) {
            row.add(
                    Buttons.small(
                            Buttons.icon(
                                    Glyph.CLOSE,
                                    "Remove file: " + file.name(),
                                    () -> desk.files().remove(draft.id(), file))));
        }
        return row;
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(
                UploadHandler.inMemory((metadata, bytes) -> {
                    upload.clearFileList();
                    attach(metadata.fileName(), bytes);
                }));
        upload.setAcceptedFileTypes(FileType.allEndings().toArray(String[]::new));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(DraftFiles.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.small(Buttons.secondary("Attach a file", () -> {})));
        upload.addFileRejectedListener(rejected ->
                Toast.error(
                        "Nothing was attached: a PDF, picture, archive or text of at most"
                                + " 10 MB is needed."));
        return upload;
    }

    private void attach(String name, byte[] bytes) {
        try {
            desk.files().attach(draft.id(), name, bytes);
            Toast.show("The file is attached");
        } catch (Refused why) {
            Toast.error(String.valueOf(why.getMessage()));
        }
    }
}
