package org.boucle.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * This server's own OPC UA certificate and the servers that it has met, in {@code opcua/} of the data directory. The key
 * pair is made when the first secured connection needs it. A server is trusted when first met, and refused when it later
 * shows another certificate: whoever renewed it removes its line from {@code known-servers.properties}.
 */
final class OpcUaKeys {
    static final String APPLICATION = "urn:boucle:opcua-client";
    /** Guards nothing by itself: the file is readable by its owner only. */
    private static final char[] STORE_WORD = "boucle".toCharArray();

    private static final String ALIAS = "client";
    private static final Object LOCK = new Object();

    private final Path directory;

    OpcUaKeys(Path dataDirectory) {
        this.directory = dataDirectory.resolve("opcua");
    }

    /** A key pair and its self-signed certificate. */
    record Identity(KeyPair keys, X509Certificate certificate) {}

    /** The identity kept, or a new one. */
    Identity identity() throws Exception {
        synchronized (LOCK) {
            Path file = directory.resolve("client.p12");
            return Files.exists(file) ? read(file) : make(file);
        }
    }

    private static Identity read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_WORD);
        }
        X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
        PrivateKey key = (PrivateKey) store.getKey(ALIAS, STORE_WORD);
        return new Identity(new KeyPair(certificate.getPublicKey(), key), certificate);
    }

    private Identity make(Path file) throws Exception {
        Files.createDirectories(directory);
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                .setCommonName("Boucle")
                .setOrganization("Boucle")
                .setApplicationUri(APPLICATION)
                .setValidityPeriod(Period.ofYears(10))
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, STORE_WORD);
        store.setKeyEntry(ALIAS, keys.getPrivate(), STORE_WORD, new Certificate[] {certificate});
        Path part = file.resolveSibling("client.part");
        Files.deleteIfExists(part);
        Files.createFile(part);
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        try (OutputStream out = Files.newOutputStream(part)) {
            store.store(out, STORE_WORD);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return new Identity(keys, certificate);
    }

    /** Trusts the certificate that an endpoint showed first, and no other. */
    CertificateValidator validator(String endpoint) {
        return (chain, application, hosts) -> {
            try {
                check(endpoint, chain);
            } catch (IOException | GeneralSecurityException failure) {
                throw new UaException(StatusCodes.Bad_CertificateInvalid, failure);
            }
        };
    }

    private void check(String endpoint, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException, UaException {
        X509Certificate shown = chain.getFirst();
        shown.checkValidity();
        String print =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getEncoded()));
        synchronized (LOCK) {
            Path file = directory.resolve("known-servers.properties");
            Properties known = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    known.load(in);
                }
            }
            String before = known.getProperty(endpoint);
            if (before == null) {
                known.setProperty(endpoint, print);
                Files.createDirectories(directory);
                try (OutputStream out = Files.newOutputStream(file)) {
                    known.store(out, "OPC UA servers by the SHA-256 of the certificate that each showed first");
                }
            } else if (!before.equals(print)) {
                throw new UaException(
                        StatusCodes.Bad_CertificateUntrusted,
                        "the server shows another certificate than when it was first met: " + print);
            }
        }
    }
}
