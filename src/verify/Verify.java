import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Verifies a release that was exported from Candor, offline and with nothing but the JDK: see "Verifying a release" in
 * docs/revision.md. Only keys that were given to it count; what the file encloses is never trusted. Ends with 0 when
 * everything matches, 1 when something does not, 2 when it was asked wrongly.
 */
class Verify {
    private static final String USE =
            "Use: ./candor verify FILE --portal-key PEM-FILE [--idp-keys JWKS-FILE]";

    /** What a pre-approved wording takes from an incident: times, and names out of lists. */
    private static final List<String> SLOTS =
            List.of("started", "detected", "caught-up", "ended", "components", "regions", "integrations");

    private static final Pattern PICTURE = Pattern.compile("/attachments/[^/]+/([0-9a-f]{64})\\.(?:png|jpg)");

    static class Mismatch extends RuntimeException {
        Mismatch(String what) {
            super(what);
        }
    }

    public static void main(String[] arguments) {
        var options = new HashMap<String, String>();
        var files = new ArrayList<String>();
        for (var i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                if (!List.of("--portal-key", "--idp-keys").contains(arguments[i]) || i + 1 == arguments.length) {
                    wrong(USE);
                }
                options.put(arguments[i], arguments[++i]);
            } else {
                files.add(arguments[i]);
            }
        }
        if (files.size() != 1 || !options.containsKey("--portal-key")) {
            wrong(USE);
        }
        try {
            var release = map(Json.parse(read(files.getFirst())));
            verify(release, portalKeys(read(options.get("--portal-key"))),
                    options.containsKey("--idp-keys") ? providerKeys(read(options.get("--idp-keys"))) : null);
            System.out.println("Everything matches.");
        } catch (Mismatch mismatch) {
            System.out.println("DOES NOT MATCH: " + mismatch.getMessage());
            System.exit(1);
        } catch (Exception unreadable) {
            System.out.println("DOES NOT MATCH: the file is not a release as Candor exports it (" + unreadable + ").");
            System.exit(1);
        }
    }

    private static void verify(Map<String, Object> release, List<PublicKey> portal, Map<String, PublicKey> provider)
            throws Exception {
        require("candor-release-1".equals(release.get("format")), "this is not a release of the form candor-release-1.");
        var manifestBytes = bytes(text(release, "manifest"));
        var signed = Base64.getDecoder().decode(text(release, "signature"));
        require(signedBy(portal, "Ed25519", manifestBytes, signed),
                "the manifest does not carry the signature of any portal key that you gave.");
        var manifest = map(Json.parse(text(release, "manifest")));
        require("candor-manifest-1".equals(manifest.get("format")), "the manifest has another form.");
        var revisionText = text(release, "revision");
        var hash = HexFormat.of().formatHex(sha256(bytes(revisionText)));
        require(hash.equals(manifest.get("revision")),
                "the text has the hash " + hash + ", but signed was " + manifest.get("revision") + ".");
        var revision = map(Json.parse(revisionText));
        require(Json.canonical(revision).equals(revisionText), "the revision is not in its canonical form.");
        for (var same : List.of("draft", "number", "policy")) {
            require(revision.get(same).equals(manifest.get(same)), "manifest and revision differ in " + same + ".");
        }
        System.out.println("Draft " + revision.get("draft") + ", version " + revision.get("number") + ": "
                + visible(text(revision, "subject")));
        System.out.println("SHA-256 " + hash + ", gates version " + revision.get("policy") + ", class "
                + revision.get("class"));
        pictures(map(revision.get("text")).get("document"));
        signatures(release, manifest, revision, hash, provider);
        extensions(release, manifest, revision, hash, provider);
        System.out.println("Released by " + visible(text(manifest, "releasedByName")) + " at "
                + manifest.get("releasedAt") + "; audit log then at entry " + manifest.get("auditEntry") + ", "
                + manifest.get("auditHead"));
        require(revision.get("preapproved") != null || !manifest.get("releasedBy").equals(revision.get("submittedBy")),
                "it was released by who submitted it.");
        if (provider == null) {
            System.out.println("Without --idp-keys the signatures rest on the portal's word alone.");
        }
    }

    private static void signatures(Map<String, Object> release, Map<String, Object> manifest,
            Map<String, Object> revision, String hash, Map<String, PublicKey> provider) throws Exception {
        var tokens = new HashMap<String, Map<String, Object>>();
        for (var token : list(release, "evidence")) {
            tokens.put(text(map(token), "id"), map(token));
        }
        var people = new HashSet<String>();
        var emergency = map(manifest.get("emergency"));
        if (emergency != null) {
            System.out.println("RELEASED IN AN EMERGENCY by " + visible(text(emergency, "leaderName")) + " and "
                    + visible(text(emergency, "secondName")) + ": " + visible(text(emergency, "reason")));
            list(emergency, "missing").forEach(lacking -> System.out.println("  " + visible((String) lacking)));
            require(!emergency.get("leader").equals(emergency.get("second")), "one person alone released it.");
            require(!emergency.get("leader").equals(revision.get("submittedBy")), "its writer opened the emergency.");
        }
        require(emergency != null || !list(manifest, "signatures").isEmpty(), "nobody signed it.");
        var signed = revision.get("preapproved") == null ? revision : wording(release, manifest, revision);
        var signedHash = signed == revision ? hash : text(map(revision.get("preapproved")), "revision");
        for (var one : list(manifest, "signatures")) {
            var signature = map(one);
            var name = visible(text(signature, "name"));
            require(signedHash.equals(signature.get("revision")) && signature.get("number").equals(signed.get("number"))
                    && signature.get("policy").equals(signed.get("policy")), name + " signed another version.");
            require(people.add(text(signature, "person")), name + " signed two gates.");
            require(!signature.get("person").equals(signed.get("submittedBy")), name + " signed a text of their own.");
            var proof = "";
            if (revision.get("class").equals("HIGH")) {
                require(signature.get("evidence") != null, name + " signed without a fresh login.");
                if (provider != null) {
                    freshLogin(signature, tokens.get(signature.get("evidence")), signedHash, provider, name);
                    proof = ", as the identity provider confirms";
                }
            }
            System.out.println("Signed by " + name + ", " + visible(text(signature, "gateTitle")) + ", at "
                    + signature.get("at") + (signature.get("authenticatedAt") == null ? ""
                            : "; logged in at " + signature.get("authenticatedAt")) + proof);
        }
    }

    /** The wording that was signed in advance: the same words, still in force, and only typed values in its slots. */
    private static Map<String, Object> wording(Map<String, Object> release, Map<String, Object> manifest,
            Map<String, Object> revision) throws Exception {
        var named = map(revision.get("preapproved"));
        var form = text(release, "preapproved");
        require(HexFormat.of().formatHex(sha256(bytes(form))).equals(named.get("revision")),
                "the wording that is enclosed is not the one that the text names.");
        var wording = map(Json.parse(form));
        require(Json.canonical(wording).equals(form), "the wording is not in its canonical form.");
        require(named.get("draft").equals(wording.get("draft")) && named.get("number").equals(wording.get("number")),
                "the wording that is enclosed has another name.");
        var standing = map(wording.get("standing"));
        require(standing != null, "what is enclosed was never signed in advance.");
        for (var same : List.of("kind", "subject", "channel", "attachments")) {
            require(Json.canonical(wording.get(same)).equals(Json.canonical(revision.get(same))),
                    "the text differs from its wording in " + same + ".");
        }
        require(Json.canonical(map(wording.get("text")).get("document"))
                        .equals(Json.canonical(map(revision.get("text")).get("document"))),
                "the words are not those that were signed in advance.");
        require(map(wording.get("audience")).get("scope").equals(map(revision.get("audience")).get("scope")),
                "it went to others than was signed in advance.");
        require(Instant.parse(text(manifest, "releasedAt")).isBefore(Instant.parse(text(standing, "until"))),
                "the wording had run out.");
        for (var one : list(revision, "facts")) {
            var fact = map(one);
            require(!Boolean.TRUE.equals(fact.get("shown")) || SLOTS.contains(fact.get("key")),
                    "the slot " + fact.get("key") + " takes free words.");
        }
        System.out.println("Signed in advance as draft " + wording.get("draft") + ", version " + wording.get("number")
                + ", in force until " + standing.get("until") + "; filled in by " + revision.get("submittedBy"));
        return wording;
    }

    /** A picture stands in the text by the SHA-256 of its bytes, so the signed hash covers it. */
    private static void pictures(Object node) {
        if (node instanceof List<?> list) {
            for (var one : list) {
                pictures(one);
            }
        }
        if (!(node instanceof Map<?, ?> one)) {
            return;
        }
        if ("image".equals(one.get("type")) && one.get("attrs") instanceof Map<?, ?> attributes) {
            var named = PICTURE.matcher(String.valueOf(attributes.get("src")));
            System.out.println((named.matches() ? "Picture with SHA-256 " + named.group(1) : "Picture that left as words")
                    + ": " + visible(String.valueOf(attributes.get("alt"))));
        }
        pictures(one.get("content"));
    }

    /** Further accounts: each list is hashed on its own, signed once, and names the text it is for. */
    private static void extensions(Map<String, Object> release, Map<String, Object> manifest,
            Map<String, Object> revision, String hash, Map<String, PublicKey> provider) throws Exception {
        if (manifest.get("extensions") == null) {
            return;
        }
        var tokens = new HashMap<String, Map<String, Object>>();
        for (var token : list(release, "evidence")) {
            tokens.put(text(map(token), "id"), map(token));
        }
        for (var one : list(manifest, "extensions")) {
            var extension = map(one);
            var form = text(extension, "extension");
            var said = map(Json.parse(form));
            var signature = map(extension.get("signature"));
            var name = visible(text(signature, "name"));
            require("candor-extension-1".equals(said.get("format")) && Json.canonical(said).equals(form),
                    "the further accounts that " + name + " signed are not in their canonical form.");
            require(hash.equals(said.get("revision")) && revision.get("draft").equals(said.get("draft")),
                    name + " signed further accounts for another text.");
            var signed = HexFormat.of().formatHex(sha256(bytes(form)));
            require(signed.equals(signature.get("revision")), name + " signed other further accounts.");
            require(!signature.get("person").equals(revision.get("submittedBy"))
                    && !signature.get("person").equals(extension.get("proposedBy")),
                    name + " signed further accounts of their own.");
            if (revision.get("class").equals("HIGH")) {
                require(signature.get("evidence") != null, name + " signed further accounts without a fresh login.");
                if (provider != null) {
                    freshLogin(signature, tokens.get(signature.get("evidence")), signed, provider, name);
                }
            }
            System.out.println("Sent on to " + list(said, "recipients").size() + " more accounts, signed by " + name
                    + " at " + signature.get("at"));
        }
    }

    private static void freshLogin(Map<String, Object> signature, Map<String, Object> enclosed, String hash,
            Map<String, PublicKey> provider, String name) throws Exception {
        require(enclosed != null, "the identity provider's token behind the signature of " + name + " is not enclosed.");
        var token = text(enclosed, "idToken");
        require(HexFormat.of().formatHex(sha256(bytes(token))).equals(signature.get("evidence")),
                "another token is enclosed than the one behind the signature of " + name + ".");
        var parts = token.split("\\.", -1);
        require(parts.length == 3, "the token of " + name + " is no signed token.");
        var header = map(Json.parse(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)));
        var claims = map(Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        var sealed = Base64.getUrlDecoder().decode(parts[2]);
        var algorithm = switch (text(header, "alg")) {
            case "RS256" -> "SHA256withRSA";
            case "RS384" -> "SHA384withRSA";
            case "RS512" -> "SHA512withRSA";
            case "ES256" -> "SHA256withECDSAinP1363Format";
            default -> throw new Mismatch("the token of " + name + " is signed by " + header.get("alg")
                    + ", which is not accepted.");
        };
        var key = provider.get(String.valueOf(header.get("kid")));
        require(key != null && signedBy(List.of(key), algorithm, bytes(parts[0] + "." + parts[1]), sealed),
                "the token of " + name + " does not carry the signature of a provider's key that you gave.");
        require(claims.get("sub").equals(signature.get("person")), "the token of " + name + " is of somebody else.");
        var nonceInput = text(enclosed, "nonceInput");
        require(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(bytes(nonceInput))).equals(claims.get("nonce")),
                "the nonce in the token of " + name + " is not that of the enclosed list.");
        require(Arrays.asList(nonceInput.split("\n")).subList(1, nonceInput.split("\n").length).contains(hash),
                "the login of " + name + " was not made for this text.");
        var login = Instant.ofEpochSecond(Long.parseLong(String.valueOf(claims.get("auth_time"))));
        require(login.equals(Instant.parse(text(signature, "authenticatedAt"))),
                "the token says that " + name + " logged in at " + login + ".");
        require(!Instant.parse(text(signature, "at")).isBefore(login), name + " signed before the login.");
    }

    private static boolean signedBy(List<PublicKey> keys, String algorithm, byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> {
            try {
                var check = Signature.getInstance(algorithm);
                check.initVerify(key);
                check.update(message);
                return check.verify(signature);
            } catch (java.security.GeneralSecurityException otherKind) {
                return false;
            }
        });
    }

    private static List<PublicKey> portalKeys(String pem) throws Exception {
        var keys = new ArrayList<PublicKey>();
        var blocks = Pattern.compile("-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", Pattern.DOTALL).matcher(pem);
        while (blocks.find()) {
            keys.add(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(blocks.group(1)))));
        }
        return keys;
    }

    private static Map<String, PublicKey> providerKeys(String jwks) throws Exception {
        var keys = new HashMap<String, PublicKey>();
        for (var one : list(map(Json.parse(jwks)), "keys")) {
            var key = map(one);
            if ("RSA".equals(key.get("kty"))) {
                keys.put(String.valueOf(key.get("kid")), KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
            } else if ("EC".equals(key.get("kty")) && "P-256".equals(key.get("crv"))) {
                var curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp256r1"));
                keys.put(String.valueOf(key.get("kid")), KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(key, "x"), number(key, "y")), curve.getParameterSpec(ECParameterSpec.class))));
            }
        }
        return keys;
    }

    private static BigInteger number(Map<String, Object> key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text(key, name)));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (java.io.IOException unreadable) {
            wrong("Cannot read " + file + ".");
            throw new IllegalStateException(unreadable);
        }
    }

    /** Control, invisible and direction-changing characters as their code, so that none of them writes the answer. */
    private static String visible(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("<U+%04X>".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Mismatch(otherwise);
        }
    }

    private static void wrong(String why) {
        System.err.println(why);
        System.exit(2);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Map<String, Object> map, String name) {
        return (List<?>) map.get(name);
    }

    private static String text(Map<String, Object> map, String name) {
        return (String) java.util.Objects.requireNonNull(map.get(name), name);
    }

    /** JSON without a library. Numbers stay as they were written. */
    static final class Json {
        /** A number in the digits in which it stands in the file. */
        record Digits(String written) {
            @Override
            public String toString() {
                return written;
            }
        }

        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        private final String json;
        private int at;

        private Json(String json) {
            this.json = json;
        }

        static Object parse(String json) {
            var parser = new Json(json);
            var value = parser.value(0);
            parser.space();
            if (parser.at != json.length()) {
                throw new IllegalArgumentException("more than one value");
            }
            return value;
        }

        private Object value(int depth) {
            if (depth > 500) {
                throw new IllegalArgumentException("too deep");
            }
            space();
            return switch (json.charAt(at)) {
                case '{' -> {
                    var members = new TreeMap<String, Object>();
                    at++;
                    for (var first = true; !end('}', first); first = false) {
                        space();
                        var name = string();
                        space();
                        expect(':');
                        if (members.containsKey(name)) {
                            throw new IllegalArgumentException("the member " + name + " stands there twice");
                        }
                        members.put(name, value(depth + 1));
                    }
                    yield members;
                }
                case '[' -> {
                    var elements = new ArrayList<Object>();
                    at++;
                    for (var first = true; !end(']', first); first = false) {
                        elements.add(value(depth + 1));
                    }
                    yield elements;
                }
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> {
                    var number = NUMBER.matcher(json).region(at, json.length());
                    if (!number.lookingAt()) {
                        throw new IllegalArgumentException("no value at " + at);
                    }
                    at = number.end();
                    yield new Digits(number.group());
                }
            };
        }

        private boolean end(char close, boolean first) {
            space();
            if (json.charAt(at) == close) {
                at++;
                return true;
            }
            if (!first) {
                expect(',');
            }
            return false;
        }

        private Object word(String word, Object value) {
            if (!json.startsWith(word, at)) {
                throw new IllegalArgumentException("no value at " + at);
            }
            at += word.length();
            return value;
        }

        private String string() {
            expect('"');
            var text = new StringBuilder();
            while (json.charAt(at) != '"') {
                var c = json.charAt(at++);
                if (c != '\\') {
                    text.append(c);
                    continue;
                }
                var escaped = json.charAt(at++);
                switch (escaped) {
                    case 'b' -> text.append('\b');
                    case 'f' -> text.append('\f');
                    case 'n' -> text.append('\n');
                    case 'r' -> text.append('\r');
                    case 't' -> text.append('\t');
                    case 'u' -> {
                        text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> text.append(escaped);
                }
            }
            at++;
            return text.toString();
        }

        private void space() {
            while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
        }

        private void expect(char c) {
            if (json.charAt(at) != c) {
                throw new IllegalArgumentException("no " + c + " at " + at);
            }
            at++;
        }

        static String canonical(Object value) {
            return switch (value) {
                case null -> "null";
                case Map<?, ?> members -> members.entrySet().stream()
                        .map(member -> quoted((String) member.getKey()) + ":" + canonical(member.getValue()))
                        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
                case List<?> elements -> elements.stream().map(Json::canonical)
                        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
                case String text -> quoted(text);
                default -> value.toString();
            };
        }

        private static String quoted(String text) {
            var quoted = new StringBuilder("\"");
            for (var c : text.toCharArray()) {
                switch (c) {
                    case '"' -> quoted.append("\\\"");
                    case '\\' -> quoted.append("\\\\");
                    case '\b' -> quoted.append("\\b");
                    case '\f' -> quoted.append("\\f");
                    case '\n' -> quoted.append("\\n");
                    case '\r' -> quoted.append("\\r");
                    case '\t' -> quoted.append("\\t");
                    default -> quoted.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
            return quoted.append('"').toString();
        }
    }
}
