package app.candor.incident.record;

import app.candor.access.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Addresses that people paste: they open in a browser, so only the web is let in. */
public final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final List<String> SCHEMES = List.of("https", "http");

    private WebAddress() {}

    /**
     * @return the address without surrounding spaces
     * @throws Refused unless it is http or https, with a host and without a user name
     */
    public static String checked(String given) {
        var url = given.strip();
        if (url.length() <= LONGEST && isWeb(url)) {
            return url;
        }
        throw new Refused(
                "This is no web address. It starts with https:// and carries no user name; for"
                        + " example https://tickets.example/SUP-4711.");
    }

    private static boolean isWeb(String url) {
        try {
            var parsed = new URI(url);
            var scheme = parsed.getScheme();
            return scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
