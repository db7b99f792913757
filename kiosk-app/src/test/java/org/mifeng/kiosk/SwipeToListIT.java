package org.mifeng.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.card.virtual.CardCommand;

/**
 * From card to job against the whole product, which runs already: {@code -Dmifeng.e2e.kiosk} is the kiosk page's
 * address, {@code -Dmifeng.e2e.data} the data directory given to {@code ./run}.
 */
class SwipeToListIT {
    private static final Path PICTURES = Path.of("target", "screenshots", "e2e");

    private final String kiosk = required("mifeng.e2e.kiosk");
    private final String data = required("mifeng.e2e.data");

    private static String required(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank() || value.startsWith("${")) {
            throw new IllegalStateException("-D" + name + " is missing");
        }
        return value;
    }

    private void card(String... arguments) throws Exception {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data;
        assertThat(CardCommand.run(all)).as("./card " + arguments[0]).isZero();
    }

    private static void picture(Page page, String name) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void tap(Page page, String word) {
        page.waitForTimeout(450);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(word).setExact(true))
                .click();
    }

    @Test
    void aCardLeadsToJobsToOneJobAndToTheEndWithoutATrace() throws Exception {
        try (Playwright playwright = SystemBrowser.playwright();
                Browser browser = SystemBrowser.launch(playwright);
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(1920, 1080))) {
            Page page = context.newPage();
            page.navigate(kiosk);
            page.getByText("刷身份证，找活儿").waitFor();
            picture(page, "attract");

            card("insert", "--name", "张示例", "--age", "47");
            try {
                page.getByText("张*，您好，这些活儿适合您").waitFor();
                Locator jobs = page.locator(".job");
                assertThat(jobs.count()).isBetween(1, 4);
                assertThat(jobs.first().locator(".amount").innerText()).matches("[0-9.]+");
                picture(page, "list");

                page.waitForTimeout(450);
                String title = jobs.first().locator(".title").innerText();
                jobs.first().click();
                page.getByText("这个活儿").waitFor();
                assertThat(page.locator(".one .title").innerText()).isEqualTo(title);
                page.locator(".one .text")
                        .filter(new Locator.FilterOptions().setHasNotText("正在打开"))
                        .waitFor();
                assertThat(page.content()).doesNotContain("详细内容没打开");
                picture(page, "job");
                tap(page, "看类似的活");
                page.getByText("类似的活儿").waitFor();
                assertThat(jobs.count()).isBetween(1, 4);
                picture(page, "similar");
                tap(page, "返回");
                page.getByText("这个活儿").waitFor();
                tap(page, "返回");
                page.getByText("这些活儿适合您").waitFor();

                tap(page, "结束");
                page.getByText("请拿好身份证").waitFor();
                assertThat(page.content()).doesNotContain("张*");
            } finally {
                card("remove");
            }
            page.getByText("刷身份证，找活儿").waitFor();
        }
    }
}
