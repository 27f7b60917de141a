package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.delivery.MailAttachment;
import app.candor.incident.record.FileName;
import app.candor.incident.record.FilePieces;
import app.candor.incident.record.FileType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The desk for files that leave with a text. A draft names them by the hash of their content, so
 * what is signed is what is sent.
 */
@Service
public class DraftFiles {
    /** Most that the files of one draft may weigh together, in bytes: mail servers take that. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_FILES = 20;

    private final DraftStore drafts;
    private final Occasions occasions;
    private final FilePieces pieces;
    private final DraftPictures pictures;
    private final Access access;
    private final RefusedComms refused;

    DraftFiles(
            DraftStore drafts,
            Occasions occasions,
            FilePieces pieces,
            DraftPictures pictures,
            Access access,
            RefusedComms refused) {
        this.drafts = drafts;
        this.occasions = occasions;
        this.pieces = pieces;
        this.pictures = pictures;
        this.access = access;
        this.refused = refused;
    }

    /**
     * Attaches a file; whoever does wrote part of the text.
     *
     * @param name as the file is called; a path in it is dropped
     * @throws Refused without the role, unless it is being edited, or if the file is empty, too
     *     large, there already, or of another type than its name says
     */
    public Draft attach(String id, String name, byte[] content) {
        return changed(
                id,
                person -> {
                    var draft = drafts.get(id);
                    var plain = FileName.plain(name);
                    var type = checked(draft, plain, content);
                    var file =
                            new Attachment(
                                    plain, type.mediaType(), content.length, pieces.store(content));
                    return drafts.change(id, latest -> latest.attach(file, person));
                });
    }

    /**
     * Takes it off the draft.
     *
     * @throws Refused without the role, or unless it is being edited
     */
    public Draft remove(String id, Attachment file) {
        return changed(id, person -> drafts.change(id, draft -> draft.detach(file, person)));
    }

    /**
     * The bytes of one of the draft's files, of any revision.
     *
     * @throws NotFound if there is no such draft for this person
     */
    public byte[] content(String id, Attachment file) {
        var draft = drafts.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        if (!draft.bundle().attachments().contains(file)) {
            throw new NotFound();
        }
        return read(file);
    }

    /**
     * As they leave, behind them the pictures that the text shows.
     *
     * @throws IllegalStateException if stored bytes are missing or do not have their hash any more
     */
    List<MailAttachment> of(Revision revision) {
        return Stream.concat(
                        revision.attachments().stream()
                                .map(file ->
                                        new MailAttachment(
                                                file.name(), file.mediaType(), read(file))),
                        pictures.of(revision).stream())
                .toList();
    }

    private byte[] read(Attachment file) {
        var bytes = pieces.read(file.sha256(), file.size());
        if (!RevisionForm.sha256(bytes).equals(file.sha256())) {
            throw new IllegalStateException("The stored bytes of a file changed");
        }
        return bytes;
    }

    private static FileType checked(Draft draft, String name, byte[] content) {
        if (content.length == 0) {
            throw new Refused("The file is empty.");
        }
        var others = draft.bundle().attachments().stream().mapToLong(Attachment::size).sum();
        if (others + content.length > MOST_BYTES) {
            throw new Refused(
                    "The file has %.1f MB. The files of a draft may weigh %d MB together, or mail servers turn them away."
                            .formatted(content.length / 1048576.0, MOST_BYTES / 1024 / 1024));
        }
        if (draft.bundle().attachments().size() >= MOST_FILES) {
            throw new Refused("A draft carries at most " + MOST_FILES + " files. Remove one.");
        }
        if (draft.bundle().attachments().stream().anyMatch(one -> one.name().equals(name))) {
            throw new Refused("A file of that name is attached already. Remove it first.");
        }
        return FileType.of(name, content)
                .orElseThrow(() ->
                        new Refused(
                                "This file is not what its name says, or of a kind that is not"
                                        + " taken. PDF, PNG, JPEG, GIF, ZIP, GZ and plain text can"
                                        + " be attached."));
    }

    private Draft changed(String id, java.util.function.Function<String, Draft> change) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                Act.DRAFT,
                () -> change.apply(access.require(Act.DRAFT, occasions.guarded(incident)).id()));
    }
}
