package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses under which anybody can fetch a file. They are signed with a secret that is kept in the
 * database, unless the configuration has one; with another secret all of them end. Safe for use
 * from any thread.
 */
public final class PublicLinks {

  private static final String SECRET = "public_link_secret";
  private static final String ALGORITHM = "HmacSHA256";

  private final Surroundings surroundings;
  private final Attachments attachments;

  /** The links to these files. */
  public PublicLinks(Surroundings surroundings, Attachments attachments) {
    this.surroundings = surroundings;
    this.attachments = attachments;
  }

  /**
   * The address of a file; without a server in front of it where nobody has said what this one is
   * called.
   *
   * @throws AppError with status 404 where there is no such file, 400 where it is no post's, 501
   *     where there are no such links
   */
  public String of(String fileId) {
    checkEnabled();
    FileInfo file = attachments.get(fileId);
    if (file.postId().isEmpty()) {
      throw AppError.of(
          "api.file.get_public_link.no_post.app_error", "the file is attached to no post", 400);
    }
    String site = configuration().text("ServiceSettings", "SiteURL");
    return "%s/api/v4/files/%s/public?h=%s"
        .formatted(site.replaceAll("/+$", ""), file.id(), signature(file.id()));
  }

  /**
   * The file that is fetched by an address.
   *
   * @param signature as the address has it
   * @throws AppError with status 400 where it is not of this server, 404 where there is no such
   *     file any more, 501 where there are no such links
   */
  public FileInfo file(String fileId, String signature) {
    checkEnabled();
    if (!MessageDigest.isEqual(
        signature(fileId).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8))) {
      throw AppError.of("api.file.get_file.public_invalid.app_error", "the link is not valid", 400);
    }
    FileInfo file = attachments.get(fileId);
    if (file.postId().isEmpty()) {
      throw AppError.of("app.file_info.get.app_error", "there is no file " + fileId, 404);
    }
    return file;
  }

  private void checkEnabled() {
    if (!configuration().flag("FileSettings", "EnablePublicLink")) {
      throw AppError.of(
          "api.file.get_public_link.disabled.app_error", "public links are switched off", 501);
    }
  }

  private ServerConfiguration configuration() {
    return surroundings.configuration();
  }

  private String signature(String fileId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(fileId.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private String secret() {
    String configured = configuration().text("FileSettings", "PublicLinkSalt");
    if (!configured.isEmpty()) {
      return configured;
    }
    String made = surroundings.ids().next();
    try {
      return surroundings
          .database()
          .inTransaction(
              sql ->
                  kept(sql)
                      .orElseGet(
                          () -> {
                            sql.insert("facts", "name", SECRET, "content", made);
                            return made;
                          }));
    } catch (DuplicateException madeBesideUs) {
      return surroundings.database().inTransaction(sql -> kept(sql).orElseThrow());
    }
  }

  private static Optional<String> kept(Sql sql) {
    return sql.first("select content from facts where name = ?", row -> row.getString(1), SECRET);
  }
}
