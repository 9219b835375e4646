package io.krait.jetty.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that vouches for itself, made by the JDK's own tool. */
record TestCertificate(byte[] certificate, byte[] key) {

  private static final String PASSWORD = "secret";

  static TestCertificate of(String name, String algorithm, Path folder) throws Exception {
    Path store = folder.resolve(name + "-" + algorithm + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-keysize",
                algorithm.equals("RSA") ? "2048" : "256",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return load(store);
  }

  private static TestCertificate load(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    return new TestCertificate(
        keys.getCertificate("server").getEncoded(),
        keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
  }

  /** Writes both as PEM files, each in one step. */
  PemFiles write(Path folder) throws IOException {
    PemFiles files = new PemFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    replace(files.key(), pem("PRIVATE KEY", key));
    replace(files.certificate(), pem("CERTIFICATE", certificate));
    return files;
  }

  static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static String pem(String kind, byte[] content) {
    return "# a comment\n-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
  }
}
