package app.candor.coedit.images;

/** A picture cannot be taken; the message says why and what would be taken instead. */
class ImageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private ImageRefused(String reason, boolean tooLarge) {
        super(reason);
        this.tooLarge = tooLarge;
    }

    static ImageRefused tooLarge(String reason) {
        return new ImageRefused(reason, true);
    }

    static ImageRefused notAPicture() {
        return new ImageRefused(
                "This is not a picture that can be shown. Use PNG, JPEG or GIF.", false);
    }

    /** Whether a smaller one would do. */
    boolean tooLarge() {
        return tooLarge;
    }
}
