package org.mifeng.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.kiosk.card.virtual.CardCommand;
import org.mifeng.kiosk.session.Timings;

/** The kiosk in a real browser, against the strict contract service; screenshots of every screen on the way. */
class KioskPageTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Timings QUICK_END = new Timings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMillis(1_200),
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(12),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path data;

    private ContractService service;
    private @Nullable BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        assumeTrue(SystemBrowser.isThere(), "no Chromium here; ./test installs it");
        playwright = SystemBrowser.playwright();
        browser = SystemBrowser.launch(playwright);
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void startService() throws Exception {
        service = new ContractService();
    }

    @AfterEach
    void stopService() {
        if (context != null) {
            context.close();
        }
        service.close();
        assertThat(service.violations()).as("breaches of the contract").isEmpty();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    private Page open(TestAgent agent, int width, int height) {
        BrowserContext fresh = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context = fresh;
        Page page = fresh.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(agent.url());
        page.getByText("刷身份证，找活儿").waitFor();
        return page;
    }

    private static void card(TestAgent agent, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", agent.data().toString()));
        assertThat(CardCommand.run(all.toArray(String[]::new))).isZero();
    }

    private static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.waitForTimeout(250);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(
                        page.viewportSize().width > page.viewportSize().height
                                ? name + "-landscape.png"
                                : name + "-portrait.png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void tap(Page page, String word) {
        // a hand needs longer than the guard against trembling
        page.waitForTimeout(450);
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(word).setExact(true))
                .click();
    }

    /** Nothing may hang out of the screen, and no text out of its card. */
    private static void assertThatNothingOverflows(Page page) {
        Object outside = page.evaluate("""
                () => [...document.querySelectorAll('main *')]
                    .filter(e => !e.closest('.text') && !e.closest('svg'))
                    .filter(e => { const r = e.getBoundingClientRect();
                        return r.width > 0 && (r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || r.left < -1 || r.top < -1
                            || (e.matches('button') && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2))); })
                    .map(e => e.className + ': ' + e.textContent.slice(0, 30)).join('; ')
                """);
        assertThat(outside).as("elements that hang out").isEqualTo("");
    }

    private void walk(int width, int height) throws Exception {
        try (TestAgent agent = TestAgent.start(data, service.uri(), Timings.STANDARD)) {
            Page page = open(agent, width, height);
            picture(page, "attract");
            assertThatNothingOverflows(page);

            card(agent, "insert", "--age", "53", "--name", "张示例");
            Locator jobs = page.locator(".job");
            page.getByText("张*，您好，这些活儿适合您").waitFor();
            assertThat(jobs.count()).isEqualTo(4);
            assertThat(page.content()).doesNotContain("示例", "100000");
            picture(page, "list");
            assertThatNothingOverflows(page);

            tap(page, "字大一点");
            page.waitForTimeout(300);
            picture(page, "list-large");
            assertThatNothingOverflows(page);
            tap(page, "黑底黄字");
            picture(page, "list-large-night");
            tap(page, "字小一点");
            page.waitForTimeout(300);
            picture(page, "list-night");
            tap(page, "白底黑字");

            for (int i = 0; i < 6; i++) {
                tap(page, "下一页");
                page.waitForTimeout(200);
                picture(page, "list-page-" + (i + 2));
                assertThatNothingOverflows(page);
            }
            page.getByText("这些是全部合适的。").waitFor();
            page.getByText("放宽距离，能再多 23 个").waitFor();
            assertThat(page.getByText("下一页").count()).isZero();
            picture(page, "list-end");
            assertThatNothingOverflows(page);
            tap(page, "上一页");
            page.getByText("第 21 到 24 个活儿").waitFor();
            assertThat(service.requests()).anyMatch(request -> request.endsWith("/jobs"));

            page.waitForTimeout(450);
            jobs.first().click();
            page.getByText("看电话").waitFor();
            assertThat(page.content()).doesNotContain("0537-0000");
            picture(page, "job");
            assertThatNothingOverflows(page);
            tap(page, "往下");
            assertThat(page.locator(".text").evaluate("text => text.scrollTop > 0"))
                    .isEqualTo(true);
            tap(page, "看电话");
            page.getByText("0537-0000").waitFor();
            picture(page, "job-phone");
            assertThatNothingOverflows(page);
            tap(page, "看类似的活");
            page.getByText("类似的活儿").waitFor();
            assertThat(jobs.count()).isEqualTo(4);
            picture(page, "similar");
            assertThatNothingOverflows(page);
            page.waitForTimeout(450);
            jobs.first().click();
            page.getByText("看电话").waitFor();
            assertThat(page.getByText("看类似的活").count()).isZero();
            tap(page, "返回");
            page.getByText("类似的活儿").waitFor();
            tap(page, "返回");
            page.getByText("0537-0000").waitFor();
            tap(page, "返回");
            page.getByText("第 21 到 24 个活儿").waitFor();

            tap(page, "下一页");
            tap(page, "放宽距离");
            page.getByText("张*，您好，已放宽：距离").waitFor();
            page.getByText("第 1 到 4 个活儿").waitFor();
            picture(page, "list-relaxed");
            assertThatNothingOverflows(page);

            assertThat(service.openSessions()).hasSize(1);
            tap(page, "结束");
            page.getByText("请拿好身份证").waitFor();
            picture(page, "ended");
            assertThat(page.content()).doesNotContain("张*", "0537-0000");
            card(agent, "remove");
            page.getByText("刷身份证，找活儿").waitFor();
            TestAgent.eventually(() -> service.openSessions().isEmpty());
        }
    }

    @Test
    void aSwipeLeadsToJobsToOneJobAndToTheEndOnAWideScreen() throws Exception {
        walk(1920, 1080);
    }

    @Test
    void aSwipeLeadsToJobsToOneJobAndToTheEndOnATallScreen() throws Exception {
        walk(1080, 1920);
    }

    private void nothingNear(int width, int height) throws Exception {
        try (TestAgent agent = TestAgent.start(data, service.uri(), Timings.STANDARD)) {
            service.relaxed(true);
            Page page = open(agent, width, height);
            card(agent, "insert", "--age", "53", "--name", "欧阳示例");
            page.getByText("附近没有合适的，已放宽：距离").waitFor();
            picture(page, "list-nothing-near");
            assertThatNothingOverflows(page);
            tap(page, "字大一点");
            page.waitForTimeout(300);
            for (int i = 0; i < 12 && page.getByText("能再多").count() == 0; i++) {
                tap(page, "下一页");
                page.waitForTimeout(300);
            }
            page.getByText("放宽时间，能再多 5 个").waitFor();
            page.getByText("这些是全部了。").waitFor();
            picture(page, "list-end-large");
            assertThatNothingOverflows(page);
        }
    }

    @Test
    void whereNothingIsNearThatIsSaidOnAWideScreen() throws Exception {
        nothingNear(1920, 1080);
    }

    @Test
    void whereNothingIsNearThatIsSaidOnATallScreen() throws Exception {
        nothingNear(1080, 1920);
    }

    private void troubles(int width, int height) throws Exception {
        try (TestAgent agent = TestAgent.start(data, service.uri(), QUICK_END)) {
            Page page = open(agent, width, height);
            tap(page, "没带身份证");
            page.getByText("想干什么活儿？").waitFor();
            picture(page, "kinds");
            assertThatNothingOverflows(page);
            tap(page, "保洁家政");
            page.getByText("保洁家政的活儿").waitFor();
            picture(page, "list-without-card");
            page.waitForTimeout(450);
            page.locator(".job").first().click();
            tap(page, "看类似的活");
            page.getByText("类似的活儿").waitFor();
            tap(page, "返回");
            tap(page, "返回");
            tap(page, "换工种");
            tap(page, "结束");
            page.getByText("刷身份证，找活儿").waitFor();

            card(agent, "insert", "--lift-mid-read");
            page.getByText("没读到身份证").waitFor();
            picture(page, "trouble-lifted");
            assertThatNothingOverflows(page);

            card(agent, "insert", "--age", "15");
            page.getByText("未满 16 周岁").waitFor();
            picture(page, "trouble-under-16");
            assertThatNothingOverflows(page);
            assertThat(page.getByText("没带身份证").count()).isZero();

            card(agent, "insert", "--kind", "foreigner-2023");
            page.getByText("这种证件还不能查").waitFor();
            card(agent, "insert", "--fault", "wrong-card");
            page.getByText("这不是身份证").waitFor();
            card(agent, "insert", "--fault", "not-genuine");
            page.getByText("这张身份证读不出来").waitFor();
            card(agent, "insert", "--fault", "module-broken");
            page.getByText("读卡器坏了").waitFor();

            service.empty(true);
            card(agent, "insert");
            page.getByText("附近暂时没有合适的活儿").waitFor();
            service.empty(false);
            service.broken(true);
            card(agent, "insert");
            page.getByText("现在连不上").waitFor();
            picture(page, "trouble-unreachable");
            assertThatNothingOverflows(page);
            service.broken(false);

            card(agent, "insert", "--expired");
            page.getByText("您的身份证过期了").waitFor();
            picture(page, "list-expired");
            assertThatNothingOverflows(page);

            // the card is taken: after the grace a countdown, a touch stops it, then it runs out
            card(agent, "remove");
            page.getByText("您还在看吗？").waitFor();
            picture(page, "warning");
            assertThatNothingOverflows(page);
            tap(page, "我还在");
            page.getByText("您的身份证过期了").waitFor();
            page.getByText("您还在看吗？").waitFor();
            page.getByText("再见，慢走").waitFor();
            page.getByText("刷身份证，找活儿").waitFor();
        }
    }

    @Test
    void everyTroubleHasItsScreenAndAWayOnOnAWideScreen() throws Exception {
        troubles(1920, 1080);
    }

    @Test
    void everyTroubleHasItsScreenAndAWayOnOnATallScreen() throws Exception {
        troubles(1080, 1920);
    }

    @Test
    void aSecondCardReplacesTheFirstPersonAtOnce() throws Exception {
        try (TestAgent agent = TestAgent.start(data, service.uri(), Timings.STANDARD)) {
            Page page = open(agent, 1366, 768);
            card(agent, "insert", "--name", "赵甲");
            page.getByText("赵*，您好").waitFor();
            card(agent, "insert", "--name", "钱乙", "--sequence", "2");
            page.getByText("钱*，您好").waitFor();
            assertThat(page.content()).doesNotContain("赵");
            TestAgent.eventually(() -> service.openSessions().size() == 1);
        }
    }
}
