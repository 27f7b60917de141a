package app.candor.comms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The portal's Ed25519 key (RFC 8032), kept in files and never in the database, so that whoever
 * writes there cannot sign in the portal's name.
 *
 * <p>{@code signing-key.pem} is made at the first start and readable by the portal's user alone.
 * Every public key stands beside it and stays there: taking the signing key away and starting again
 * makes a new one, and what the old one signed can still be verified.
 */
@Component
class PortalKeys {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;
    private final PrivateKey signing;
    private final String fingerprint;

    /**
     * @throws IllegalStateException if the key of the folder cannot be read or made
     */
    PortalKeys(@Value("${candor.portal-keys:${candor.data:data}/portal-keys}") Path folder) {
        this.folder = folder;
        var file = folder.resolve("signing-key.pem");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file)) {
                make(file);
            }
            var pem = Files.readString(file, StandardCharsets.US_ASCII);
            signing =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(block(pem, PRIVATE)));
            var encoded = block(pem, PUBLIC);
            fingerprint = RevisionForm.sha256(encoded);
            Files.writeString(
                    folder.resolve("public-" + fingerprint.substring(0, 16) + ".pem"),
                    armoured(PUBLIC, encoded),
                    StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot keep the portal's key in " + file, unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IllegalStateException("The portal's key is unreadable: " + file, damaged);
        }
    }

    /** SHA-256 of the public key's X.509 form, hex. */
    String fingerprint() {
        return fingerprint;
    }

    /** The 64 bytes of an Ed25519 signature. */
    byte[] sign(byte[] message) {
        try {
            var signature = java.security.Signature.getInstance("Ed25519");
            signature.initSign(signing);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java signs with Ed25519", impossible);
        }
    }

    /** All public keys the portal ever signed with, as PEM (RFC 7468), one after the other. */
    String published() {
        var keys = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "public-*.pem")) {
            var sorted = new ArrayList<Path>();
            files.forEach(sorted::add);
            for (var file : sorted.stream().sorted().toList()) {
                keys.append(Files.readString(file, StandardCharsets.US_ASCII));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read public keys in " + folder, unreadable);
        }
        return keys.toString();
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var whole = file.resolveSibling("signing-key.pem.new");
        Files.deleteIfExists(whole);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    whole,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(
                whole,
                List.of(
                        armoured(PRIVATE, pair.getPrivate().getEncoded()).strip(),
                        armoured(PUBLIC, pair.getPublic().getEncoded()).strip()),
                StandardCharsets.US_ASCII);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String armoured(String label, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        label,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded),
                        label);
    }

    private static byte[] block(String pem, String label) {
        var found =
                Pattern.compile(
                                "-----BEGIN %s-----(.*?)-----END %s-----".formatted(label, label),
                                Pattern.DOTALL)
                        .matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(
                    "There is no " + label.toLowerCase(java.util.Locale.ROOT));
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
