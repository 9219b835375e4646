package io.krait.supervisor.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Knows where files are kept that can be made again, from one start of the server to the next. */
@FunctionalInterface
public interface CacheFolder {

  /**
   * The folder; it need not exist yet.
   *
   * @param configured the folder that an administrator has chosen; blank for none
   * @throws IOException where there is no place for files
   */
  Path choose(String configured) throws IOException;
}
