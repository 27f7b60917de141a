package app.candor.incident;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The characters of a file that does not say how it is encoded: UTF-16 by its mark or by its zero
 * bytes, UTF-8 where that fits without a fault, else Windows-1252, as spreadsheets write it.
 */
final class FileText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private FileText() {}

    static String of(byte[] bytes) {
        var text =
                utf16(bytes)
                        .map(charset -> new String(bytes, charset))
                        .or(() -> strictly(bytes))
                        .orElseGet(() -> new String(bytes, WINDOWS));
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            var decoder =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
