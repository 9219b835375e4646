package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.itests.ContainerOptions.watched;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.deploy;
import static io.krait.testing.exam.KraitOptions.testing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.management.PluginManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class DeployArchivesIT {
  private final Container container = Container.ofThisTest();
  private final StubManager manager = new StubManager(DeployArchivesIT::text);

  @Configuration
  public Option[] container() {
    return options(api(), testing(), components(), deploy(), watched(folder()), tools());
  }

  @Before
  public void emptyFolder() throws Exception {
    Files.createDirectories(folder());
    try (var files = Files.list(folder())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  public void whatLiesInTheFolderIsDeployed() throws Exception {
    container.register(PluginManager.class, manager);
    byte[] content = gzip("hello 1.0.0");
    Path archive = folder().resolve("hello.tar.gz");

    Files.write(archive, Arrays.copyOf(content, content.length / 2));
    Files.write(folder().resolve("bad.tgz"), "bad".getBytes(UTF_8));
    Files.write(folder().resolve("other.tgz"), gzip("other 1.0.0"));
    manager.expect("install other 1.0.0", "enable other");

    Files.write(archive, content);
    manager.expect("install hello 1.0.0", "enable hello");

    Files.write(archive, gzip("hello 1.0.1-rc1"));
    manager.expect("install hello 1.0.1-rc1");

    Files.delete(archive);
    manager.expect("remove hello");
  }

  @Test
  public void whatHappensInTheFolderWithoutKraitIsCaughtUpWith() throws Exception {
    var registration = container.register(PluginManager.class, manager);
    Path hello = Files.write(folder().resolve("hello.tgz"), gzip("hello 1.0.0"));
    manager.expect("install hello 1.0.0", "enable hello");
    Path other = Files.write(folder().resolve("other.tgz"), gzip("other 1.0.0"));
    manager.expect("install other 1.0.0", "enable other");

    registration.unregister();
    Files.delete(hello);
    container.register(PluginManager.class, manager);
    manager.expect("remove hello");

    Bundle fileInstall = container.bundles("org.apache.felix.fileinstall").get(0);
    Bundle deploy = container.bundles("io.krait.deploy").get(0);
    fileInstall.stop();
    deploy.stop();
    Files.delete(other);
    Files.write(folder().resolve("new.tgz"), gzip("new 1.0.0"));
    deploy.start();
    fileInstall.start();
    manager.expect("remove other", "install new 1.0.0", "enable new");
    assertThat(manager.list()).hasSize(1);
  }

  private static Path folder() {
    return Path.of(System.getProperty("krait.bundles")).resolveSibling("watched");
  }

  private static String text(byte[] archive) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
