import type { Reporter, TestCase, TestError } from "@playwright/test/reporter";
import { logTest } from "./test-log.ts";

/**
 * Notes Playwright's tests in a log. One that was skipped, or that passed at the second try alone, has failed.
 *
 * @see [Playwright's reporters](https://playwright.dev/docs/api/class-reporter)
 */
export default class PlaywrightLog implements Reporter {
  onTestEnd(test: TestCase): void {
    // Before the title: nothing, the project and the file.
    const titles = test.titlePath().slice(3);
    if (test.outcome() === "expected") {
      logTest({ titles, outcome: "passed" });
      return;
    }
    // The first try, also of a test that passed at the second one.
    const message = test.results.flatMap(({ errors }) => errors)[0]?.message ?? "";
    logTest({ titles, outcome: "failed", message });
  }

  onError({ message = "" }: TestError): void {
    logTest({ titles: ["outside of any test"], outcome: "error", message });
  }

  printsToStdio(): boolean {
    return false;
  }
}
