package io.krait.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium, and what a person does with it. */
final class Browser implements AutoCloseable {

  private final ChromeDriver driver;
  private Duration patience = Duration.ofSeconds(30);

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        found("KRAIT_CHROMIUM", "/usr/bin/chromium", "/usr/bin/google-chrome").toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-device-scale-factor=1",
        "--hide-scrollbars");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                found("KRAIT_CHROMEDRIVER", "/usr/bin/chromedriver", "/usr/local/bin/chromedriver")
                    .toFile())
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.size(1280, 900);
    return browser;
  }

  private static Path found(String variable, String... places) {
    String named = System.getenv(variable);
    return Stream.concat(Stream.ofNullable(named), Stream.of(places))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no "
                        + places[0]
                        + "; install it (on Debian: apt-get install chromium chromium-driver) or"
                        + " name it by "
                        + variable));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** How long it waits for what is to be seen. */
  void patience(Duration time) {
    patience = time;
  }

  void go(String address) {
    driver.get(address);
  }

  /** The size of the page itself, as a telephone or a screen has it. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height + 200));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Lets requests to such addresses fail, and all others pass from now on. */
  void block(String... addresses) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
  }

  /** The element that is seen at last. */
  WebElement see(By by) {
    return waiting()
        .withMessage(() -> "no " + by + " in: " + text())
        .until(
            page ->
                page.findElements(by).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Waits until the page says so. */
  void seeText(String text) {
    waiting()
        .withMessage(() -> "no \"" + text + "\" in: " + text())
        .until(page -> text().contains(text));
  }

  void seeNo(By by) {
    waiting()
        .withMessage(() -> by + " is still in: " + text())
        .until(page -> page.findElements(by).stream().noneMatch(WebElement::isDisplayed));
  }

  /** Waits until something holds; what has just been replaced is looked for again. */
  void until(String what, java.util.function.BooleanSupplier condition) {
    waiting().withMessage(() -> what + " in: " + text()).until(page -> condition.getAsBoolean());
  }

  void click(By by) {
    WebElement element = see(by);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    new Actions(driver).moveToElement(element).click().perform();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void pressShiftTab() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the browser has complained about: errors, and breaches of the security policy. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** A picture of what is seen. */
  void screenshot(String name) throws IOException {
    Path folder = Path.of(System.getProperty("krait.screenshots"));
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private WebDriverWait waiting() {
    WebDriverWait wait = new WebDriverWait(driver, patience, Duration.ofMillis(100));
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }
}
