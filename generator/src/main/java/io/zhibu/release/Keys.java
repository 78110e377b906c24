package io.zhibu.release;

import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys in PEM files, as OpenSSL writes and reads them too. */
public final class Keys {
    private static final String ALGORITHM = "Ed25519";
    private static final int LARGEST = 10_000;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Keys() {}

    /** Writes a new pair: the private key, which its owner alone may read, and beside it with {@code .pub} the public one. */
    public static void write(Path file) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Rights owner = new Rights(
                    Optional.of(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)),
                    Optional.empty());
            // Nobody may read it before it holds anything.
            Disk.REAL.write(file, new byte[0]);
            Disk.REAL.permit(file, owner);
            Disk.REAL.write(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Disk.REAL.write(open(file), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file of the public key that belongs to a private one. */
    public static Path open(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    private static byte[] pem(String what, byte[] key) {
        String text = "-----BEGIN " + what + "-----\n" + LINES.encodeToString(key) + "\n-----END " + what + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty if the file holds no private key of this kind. */
    static Optional<byte[]> sign(Path file, byte[] message) throws IOException {
        try {
            Optional<byte[]> encoded = read(file, "PRIVATE KEY");
            if (encoded.isEmpty()) {
                return Optional.empty();
            }
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded.get()));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return Optional.of(signature.sign());
        } catch (GeneralSecurityException otherKind) {
            return Optional.empty();
        }
    }

    /** Whether there is a public key of this kind in the file. */
    static boolean isPublic(Path file) throws IOException {
        return key(file).isPresent();
    }

    /** Whether the owner of the key has signed the message. */
    static boolean isSigned(Path file, byte[] message, byte[] signed) throws IOException {
        Optional<PublicKey> key = key(file);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            if (key.isEmpty()) {
                return false;
            }
            signature.initVerify(key.get());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException garbled) {
            return false;
        }
    }

    private static Optional<PublicKey> key(Path file) throws IOException {
        try {
            Optional<byte[]> encoded = read(file, "PUBLIC KEY");
            return encoded.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded.get())));
        } catch (GeneralSecurityException otherKind) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        Matcher pem = Pattern.compile("-----BEGIN " + what + "-----([A-Za-z0-9+/=\\s]+)-----END " + what + "-----")
                .matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        try {
            return pem.find() ? Optional.of(Base64.getMimeDecoder().decode(pem.group(1))) : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
