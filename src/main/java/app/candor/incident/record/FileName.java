package app.candor.incident.record;

/** Names of files as they are kept. */
public final class FileName {
    private static final int LONGEST = 120;

    private FileName() {}

    /** The last part of a path, without characters that a header or a file system reads. */
    public static String plain(String given) {
        var last = given.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?;]", "").strip();
        if (plain.isEmpty() || plain.startsWith(".")) {
            plain = "file" + plain;
        }
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }
}
