package io.krait.api;

import io.krait.api.model.FileInfo;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** An uploaded file after all plugins have seen it. For one thread. */
@ProviderType
public interface CheckedFile extends Closeable {

  /** Why it must not be stored, for the uploader to read; empty where it may be. */
  Optional<String> rejectionReason();

  /** What is known about it; its size is that of the content. */
  FileInfo info();

  /**
   * A temporary file with the content, which is there until this is closed; whoever stores it may
   * move it away.
   */
  Path content();

  /** Whether a plugin has replaced the content. */
  boolean isReplaced();

  /** The plugins that handle the hook and have not seen the file, or not answered. */
  List<String> passedOver();

  /** Deletes the temporary file. */
  @Override
  void close();
}
