package io.krait.api;

import io.krait.api.model.FileInfo;
import io.krait.api.model.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets plugins look at uploaded files of any size before they are stored. A service that hosts use
 * in place of {@link PluginHooks#fileWillBeUploaded}, which has the whole content in memory; safe
 * for use from any thread.
 */
@ProviderType
public interface FileUploads {

  /**
   * Asks all plugins that handle the hook, one after the other, and waits for them. Each sees the
   * file as the one before it left it. The first rejection ends the pass. A plugin that fails, or
   * is too late, is passed over.
   *
   * <p>Plugins get the content as a stream. Those that handle only the contract's form of the hook
   * get it in one piece, and are passed over where it is too large for that.
   *
   * @param content read to its end by the calling thread, into a temporary file; left open
   * @return what the plugins made of the file; to be closed by the caller
   * @throws IOException where the content cannot be read, or written to a temporary file
   * @throws AppError with status 413 where the content is larger than the configured limit, and 503
   *     where the thread is interrupted
   */
  CheckedFile fileWillBeUploaded(PluginContext context, FileInfo file, InputStream content)
      throws IOException;

  /**
   * Asks all plugins as {@link #fileWillBeUploaded(PluginContext, FileInfo, InputStream)} does,
   * without waiting for them: no thread is held while a plugin has the file.
   *
   * @param content a temporary file that the caller has written. It belongs to this from now on: it
   *     is deleted when the result is closed, when a plugin has replaced it, and where this fails
   * @return completes with what the plugins made of the file, to be closed by the caller, on a
   *     thread that has other work to do; or fails with an {@link AppError}, such as one with
   *     status 413 where the content is larger than the configured limit, or an {@link IOException}
   *     where a temporary file cannot be read or written. Cancelling its future ends the pass
   */
  CompletionStage<CheckedFile> fileWillBeUploaded(
      PluginContext context, FileInfo file, Path content);
}
