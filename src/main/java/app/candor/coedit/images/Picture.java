package app.candor.coedit.images;

import java.util.Arrays;

/**
 * A picture as it is stored.
 *
 * @param bytes PNG or JPEG, written by ourselves
 * @param width pixels
 * @param height pixels
 */
@SuppressWarnings("ArrayRecordComponent")
record Picture(Format format, byte[] bytes, int width, int height) {

    /** What is stored; whatever else comes in is written anew as one of these. */
    enum Format {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg");

        private final String type;
        private final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        String type() {
            return type;
        }

        String ending() {
            return ending;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && Arrays.equals(bytes, picture.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return format + " " + width + " × " + height;
    }
}
