package app.candor.coedit.images;

import app.candor.coedit.images.Picture.Format;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads a picture to its last pixel and writes it anew.
 *
 * <p>What is stored is never what was sent: a file that is a picture and a script at once, where a
 * photo was taken, and whose telephone took it do not come through. Its size is read from the
 * header and judged before any pixel is decoded.
 */
final class Decoding {
    /** Most bytes of a file, as sent and as stored. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** Most pixels; 64 MB while it is decoded. */
    static final long MOST_PIXELS = 16_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final float JPEG_QUALITY = 0.88f;

    /** Two at once, so that many people pasting cannot fill the heap. */
    private static final Semaphore TURNS = new Semaphore(2);

    private Decoding() {}

    /**
     * @throws ImageRefused if it is none, not readable to its end, or too large
     */
    static Picture decode(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw ImageRefused.tooLarge("This picture is larger than 8 MB. Make it smaller.");
        }
        TURNS.acquireUninterruptibly();
        try {
            return decodeInTurn(file);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof ImageRefused refused ? refused : ImageRefused.notAPicture();
        } finally {
            TURNS.release();
        }
    }

    private static Picture decodeInTurn(byte[] file) throws IOException {
        var name = nameOf(file);
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Comments and colour profiles are not read: they may be packed bombs.
            reader.setInput(in, true, true);
            requireDrawable(reader);
            var image = reader.read(0);
            return name.equals("jpeg") ? jpeg(image) : png(image);
        } finally {
            reader.dispose();
        }
    }

    private static void requireDrawable(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw ImageRefused.tooLarge(
                    "This picture has "
                            + Math.max(1, width * height / 1_000_000)
                            + " million pixels; at most 16 million are taken. Make it smaller.");
        }
    }

    /** By the first bytes; the name and the type that came with it count for nothing. */
    private static String nameOf(byte[] file) {
        if (startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        }
        if (startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (startsWith(file, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        throw ImageRefused.notAPicture();
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Picture png(BufferedImage image) throws IOException {
        return written(image, Format.PNG);
    }

    private static Picture jpeg(BufferedImage image) throws IOException {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                || image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return written(image, Format.JPEG);
        }
        var plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return written(plain, Format.JPEG);
    }

    private static Picture written(BufferedImage image, Format format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        if (bytes.size() > MOST_BYTES) {
            throw ImageRefused.tooLarge("This picture is larger than 8 MB. Make it smaller.");
        }
        return new Picture(format, bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
