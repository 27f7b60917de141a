package app.candor.incident.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that can be attached: told by their first bytes and their name together, so that neither a
 * renamed program nor a page that runs in the browser gets in.
 */
public enum FileType {
    PDF("application/pdf", List.of("pdf"), "%PDF-"),
    PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), "\u00ff\u00d8\u00ff"),
    GIF("image/gif", List.of("gif"), "GIF8"),
    ZIP("application/zip", List.of("zip"), "PK\u0003\u0004"),
    GZIP("application/gzip", List.of("gz"), "\u001f\u008b"),
    TEXT("text/plain", List.of("txt", "log", "md", "csv", "json", "yaml", "yml", "eml"), "");

    private final String mediaType;
    private final List<String> endings;
    private final byte[] first;

    FileType(String mediaType, List<String> endings, String first) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.first = first.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String mediaType() {
        return mediaType;
    }

    /** All endings, for the file chooser: {@code .pdf}. */
    public static List<String> allEndings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .toList();
    }

    /** Empty for a file that is none of these, or not what its name says. */
    public static Optional<FileType> of(String name, byte[] content) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> dot > 0 && type.endings.contains(ending))
                .filter(type -> type.begins(content))
                .findFirst();
    }

    private boolean begins(byte[] content) {
        if (this == TEXT) {
            return isText(content);
        }
        return content.length >= first.length
                && Arrays.equals(first, Arrays.copyOf(content, first.length));
    }

    private static boolean isText(byte[] content) {
        for (var each : content) {
            if (each == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
