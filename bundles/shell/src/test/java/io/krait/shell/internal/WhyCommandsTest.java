package io.krait.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginApi;
import io.krait.api.PluginApiCompletion;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHooks;
import io.krait.api.management.PluginState;
import io.krait.api.testing.Answering;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class WhyCommandsTest {

  @TempDir private Path folder;
  private SmallFramework framework;

  @BeforeEach
  void startFramework() throws Exception {
    framework = new SmallFramework(folder);
  }

  @AfterEach
  void stopFramework() throws Exception {
    framework.close();
  }

  private String why(ComponentConfigurationDTO... configurations) {
    return commands(configurations).why();
  }

  private WhyCommands commands(ComponentConfigurationDTO... configurations) {
    return new WhyCommands(
        framework.context(),
        new Present<>(
            new FakeManager()
                .with(FakeManager.plugin("com.example.a", PluginState.FAILED, "oops"))),
        Answering.service(
            ServiceComponentRuntime.class,
            Map.of(
                "getComponentDescriptionDTOs",
                asked -> List.of(configurations).stream().map(each -> each.description).toList(),
                "isComponentEnabled",
                asked -> true,
                "getComponentConfigurationDTOs",
                asked ->
                    List.of(configurations).stream()
                        .filter(each -> each.description == asked[0])
                        .toList())));
  }

  @Test
  void aPackageThatNobodyExportsIsNamedWithWhoUsuallyHasIt() throws Exception {
    framework.install(
        "io.krait.http", "Import-Package", "jakarta.servlet.http;version=\"[6.0,7)\"");

    assertThat(why())
        .isEqualTo(
            "io.krait.http lacks the package jakarta.servlet.http from 6.0.0 and below 7.0.0;"
                + " usually org.apache.felix.http.servlet-api has it");
  }

  @Test
  void aPackageThatIsThereInAnotherVersionIsNamedWithThat() throws Exception {
    framework.install("com.example.old", "Export-Package", "jakarta.servlet.http;version=\"4.0\"");
    framework.install(
        "io.krait.http", "Import-Package", "jakarta.servlet.http;version=\"[6.0,7)\"");

    assertThat(why()).contains("; there is 4.0.0 of com.example.old;");
  }

  @Test
  void whatIsUnresolvedItselfIsNamedAsTheCause() throws Exception {
    framework.install(
        "io.krait.protocol",
        "Export-Package",
        "io.krait.protocol",
        "Import-Package",
        "io.grpc;krait=library");
    framework.install("io.krait.supervisor", "Import-Package", "io.krait.protocol");

    assertThat(why().lines())
        .containsExactly(
            "io.krait.protocol lacks the package io.grpc",
            "io.krait.supervisor needs the package io.krait.protocol of io.krait.protocol, which"
                + " is not resolved itself");
  }

  @Test
  void aCapabilityIsNamedByWhatItIs() throws Exception {
    framework.install(
        "io.krait.shell",
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)"
            + "(!(version>=2.0.0)))\",osgi.service;filter:=\"(objectClass=x)\";effective:=active");

    assertThat(why())
        .isEqualTo(
            "io.krait.shell lacks an extender for osgi.component from 1.5.0 and below 2.0.0;"
                + " usually org.apache.felix.scr has it");
  }

  @Test
  void aBundleOfOthersThatUsesTheApiIsLookedAtToo() throws Exception {
    framework.install("com.example.shop", "Import-Package", "io.krait.api;version=\"[0.2,0.3)\"");
    framework.install("com.example.other", "Import-Package", "com.example.missing");

    assertThat(why())
        .startsWith("com.example.shop lacks the package io.krait.api")
        .contains("usually io.krait.api has it")
        .doesNotContain("com.example.other");
  }

  @Test
  void whatIsNotStartedIsTold() throws Exception {
    long id = framework.install("io.krait.deploy").getBundleId();

    framework.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);

    assertThat(why()).isEqualTo("io.krait.deploy is not started; start it with: start " + id);
  }

  @Test
  void whatAllRunsWithoutIsToldApart() throws Exception {
    framework
        .install(
            "io.krait.runtime",
            "Import-Package",
            "org.yaml.snakeyaml;resolution:=optional,com.example.odd;resolution:=optional")
        .start();
    framework
        .context()
        .registerService(PluginApiProvider.class, plugin -> new PluginApi() {}, null);
    framework.context().registerService(PluginApiCompletion.class, host -> host, null);

    assertThat(why().lines())
        .containsExactly(
            "all bundles of Krait, and those that use it, run: 1",
            "Not needed, and not there:",
            "io.krait.runtime does without org.yaml.snakeyaml: manifests in YAML are refused;"
                + " org.yaml:snakeyaml has it",
            "io.krait.runtime does without io.krait.sandbox: no plugin is isolated, so each can read"
                + " and write whatever the server can");
  }

  @Test
  void isolationIsNotMissedWhereItsBundleIsInstalled() throws Exception {
    framework.install("io.krait.runtime").start();
    framework.install("io.krait.sandbox").start();

    assertThat(why()).doesNotContain("io.krait.sandbox");
  }

  @Test
  void whatPluginsMayCountOnIsToldWhereItIsNotThere() throws Exception {
    framework.install("io.krait.runtime").start();
    BundleContext context = framework.context();
    context.registerService(PluginApiProvider.class, plugin -> new PluginApi() {}, null);
    context.registerService(
        PluginHooks.class,
        new PluginHooks() {},
        FrameworkUtil.asDictionary(
            Map.of("plugin.id", "com.example.page", "plugin.hooks", new String[] {"ServeHTTP"})));

    assertThat(why().lines())
        .contains(
            "io.krait.runtime does without io.krait.hostkit: what the host does not answer, nobody"
                + " does",
            "io.krait.runtime does without io.krait.http: nobody serves the pages of"
                + " com.example.page");
  }

  @Test
  void aComponentTellsWhatServiceItWaitsForAndThoseThatWaitForItSayNothing() throws Exception {
    framework.install("io.krait.http").start();

    assertThat(
            why(
                waiting("Requests", "io.krait.api.HookDispatcher", "io.krait.http.Requests"),
                waiting("Servlet", "io.krait.http.Requests", "jakarta.servlet.Servlet")))
        .isEqualTo(
            "io.krait.http waits with its component Requests for a service"
                + " io.krait.api.HookDispatcher; usually io.krait.runtime has it");
  }

  @Test
  void aComponentThatFailedTellsWhy() throws Exception {
    framework.install("io.krait.http").start();
    ComponentConfigurationDTO failed = waiting("Requests", "x", "y");
    failed.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
    failed.failure = "java.io.IOException: disk full\n\tat somewhere";

    assertThat(why(failed))
        .isEqualTo(
            "io.krait.http has a component Requests that does not start:"
                + " java.io.IOException: disk full");
  }

  @Test
  void aPluginTellsItsOwnReason() throws Exception {
    assertThat(commands().why("com.example.a")).isEqualTo("plugin com.example.a is failed: oops");
  }

  private static ComponentConfigurationDTO waiting(String name, String service, String offered) {
    ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    component.name = "io.krait.http.internal." + name;
    component.bundle = new BundleDTO();
    component.bundle.symbolicName = "io.krait.http";
    component.serviceInterfaces = new String[] {offered};
    component.configurationPid = new String[] {component.name};
    ReferenceDTO reference = new ReferenceDTO();
    reference.name = "$000";
    reference.interfaceName = service;
    component.references = new ReferenceDTO[] {reference};
    ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
    configuration.description = component;
    configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
    UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
    unsatisfied.name = reference.name;
    configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied};
    return configuration;
  }
}
