package app.candor.coedit.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.coedit.images.Picture.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    @Test
    void aScreenshotKeepsItsPixelsAndItsSize() throws Exception {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(639, 359, 0x80FF0000);
        var picture = Decoding.decode(file(image, "png"));

        assertThat(picture.format()).isEqualTo(Format.PNG);
        assertThat(picture).hasToString("PNG 640 × 360");
        var again = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(again.getRGB(639, 359)).isEqualTo(0x80FF0000);
    }

    @Test
    void aPhotoStaysOneAndAnimationsStandStill() throws Exception {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        assertThat(Decoding.decode(file(image, "jpeg")).format()).isEqualTo(Format.JPEG);
        assertThat(Decoding.decode(file(image, "gif")).format()).isEqualTo(Format.PNG);
    }

    @Test
    void whatIsHiddenInAFileDoesNotComeThrough() throws Exception {
        var script = "<script>alert(1)</script> GPS 52.5".getBytes(StandardCharsets.UTF_8);
        var plain = file(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png");
        var polyglot = Arrays.copyOf(plain, plain.length + script.length);
        System.arraycopy(script, 0, polyglot, plain.length, script.length);

        var stored = Decoding.decode(polyglot).bytes();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void aPictureOfFortyMillionPixelsIsRefusedByItsHeaderAlone() {
        // A header alone: had it been decoded, the answer were another one.
        assertThatThrownBy(() -> Decoding.decode(pngHeader(8_000, 5_000)))
                .isInstanceOf(ImageRefused.class)
                .hasMessage(
                        "This picture has 40 million pixels; at most 16 million are taken. Make it"
                                + " smaller.");
        assertThatThrownBy(() -> Decoding.decode(pngHeader(2_000_000_000, 2_000_000_000)))
                .isInstanceOf(ImageRefused.class);
        assertThatThrownBy(() -> Decoding.decode(pngHeader(30_000, 10)))
                .isInstanceOf(ImageRefused.class);
    }

    @Test
    void aFileOverEightMegabytesIsRefusedUnread() {
        assertThatThrownBy(() -> Decoding.decode(new byte[8 * 1024 * 1024 + 1]))
                .hasMessage("This picture is larger than 8 MB. Make it smaller.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF-1.7",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a<script>alert(1)</script>",
                "RIFF....WEBPVP8 ",
                "MZ"
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String content) {
        assertThatThrownBy(() -> Decoding.decode(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ImageRefused.class)
                .hasMessage("This is not a picture that can be shown. Use PNG, JPEG or GIF.");
    }

    @Test
    void aPictureThatEndsTooEarlyIsRefused() throws Exception {
        var whole = file(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> Decoding.decode(Arrays.copyOf(whole, 60)))
                .isInstanceOf(ImageRefused.class);
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The start of a PNG that promises so many pixels. */
    private static byte[] pngHeader(int width, int height) {
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        var sum = new CRC32();
        sum.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
