package app.candor.voice;

/** What is being written; rules name the kinds they are for by these letters. */
public enum TextKind {
    EMAIL('E'),
    STATUS('S'),
    FAQ('F'),
    TECHNICAL('P'),
    INTERNAL('I');

    private final char letter;

    TextKind(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** Whether customers read it. */
    public boolean external() {
        return this != INTERNAL;
    }
}
