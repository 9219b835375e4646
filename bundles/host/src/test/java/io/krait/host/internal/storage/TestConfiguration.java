package io.krait.host.internal.storage;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** A configuration for tests, as the container would make it. */
@SuppressWarnings("BadAnnotationImplementation")
public record TestConfiguration(
    String data_folder,
    String jdbc_url,
    int jdbc_connections,
    int max_file_mebibytes,
    boolean open_sign_up)
    implements HostConfiguration {

  /** The defaults, but with this data folder. */
  public static TestConfiguration in(Path folder) {
    return new TestConfiguration(folder.toString(), "", 4, 1, false);
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return HostConfiguration.class;
  }
}
