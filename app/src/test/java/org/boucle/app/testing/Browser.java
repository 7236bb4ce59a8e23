package org.boucle.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, driven as a user would; skips the test, and says so, where it is not installed. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final TestServer server;

    private Browser(ChromeDriver driver, TestServer server) {
        this.driver = driver;
        this.server = server;
    }

    public static Browser open(TestServer server, Language language) {
        Assumptions.assumeTrue(
                Files.exists(CHROMIUM) && Files.exists(DRIVER),
                "Chromium or its driver is not installed: browser tests are skipped");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
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
                "--window-size=1400,1000",
                "--lang=" + language.code(),
                "--accept-lang=" + language.locale().toLanguageTag());
        options.setExperimentalOption(
                "prefs", Map.of("intl.accept_languages", language.locale().toLanguageTag()));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return new Browser(driver, server);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Browser go(String path) {
        driver.get(server.address(path));
        return this;
    }

    /** Signs in through the form as a user would. */
    public Browser signIn(String name) {
        go("/login");
        type("name", name);
        type("password", TestServer.PASSWORD);
        press("form[action='/login'] button");
        // the old page may still count as complete: going on too early would ask without the session
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(d -> !java.net.URI.create(d.getCurrentUrl()).getPath().equals("/login"));
        return this;
    }

    public WebElement find(String css) {
        return new WebDriverWait(driver, Duration.ofSeconds(20)).until(d -> d.findElement(By.cssSelector(css)));
    }

    /** Writes into the field of a name, replacing what stands there. */
    public Browser type(String name, String text) {
        WebElement field = find("[name='" + name + "']");
        if (!field.getTagName().equals("select") && !"file".equals(field.getDomAttribute("type"))) {
            field.clear();
        }
        field.sendKeys(text);
        return this;
    }

    /** Clicks and, where that loads a page, waits for it. */
    public Browser press(String css) {
        WebElement element = find(css);
        driver.executeScript("arguments[0].scrollIntoView({block:'center'})", element);
        element.click();
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(d -> "complete".equals(driver.executeScript("return document.readyState")));
        return this;
    }

    public String text() {
        return find("body").getText();
    }

    /** Waits until the page shows a text, while others may take its place: the driver then tells several kinds of error. */
    public Browser awaitText(String text) {
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .ignoring(WebDriverException.class)
                .until(d -> text().contains(text));
        return this;
    }

    /** Asserts that axe finds no violation of WCAG 2.2 A and AA on the present page. */
    public Browser assertAccessible() {
        var violations = new AxeBuilder()
                .withTags(java.util.List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(driver)
                .getViolations();
        assertThat(violations)
                .as("axe on %s", driver.getCurrentUrl())
                .extracting(rule -> rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList())
                .isEmpty();
        return this;
    }

    /** Asserts EcoIndex grade A of the present page: elements (an svg counts one), requests and transferred bytes. */
    public Browser assertEcoIndexA() {
        long elements = (Long)
                driver.executeScript(
                        "return [...document.querySelectorAll('*')].filter(e => !e.closest('svg') || e.tagName === 'svg').length");
        Number requests = (Number) driver.executeScript("return 1 + performance.getEntriesByType('resource').length");
        Number bytes = (Number) driver.executeScript(
                "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                        + ".reduce((sum, e) => sum + (e.transferSize || e.encodedBodySize || 0), 0)");
        double index = EcoIndex.of(elements, requests.doubleValue(), bytes.doubleValue() / 1000);
        assertThat(index)
                .as(
                        "EcoIndex of %s: %d elements, %s requests, %s bytes",
                        driver.getCurrentUrl(), elements, requests, bytes)
                .isGreaterThan(80);
        return this;
    }

    /** Keeps a picture under {@code target/screenshots}, to be looked at. */
    public Browser screenshot(String name) {
        try {
            Path directory = Path.of("target", "screenshots");
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve(name.toLowerCase(Locale.ROOT) + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
