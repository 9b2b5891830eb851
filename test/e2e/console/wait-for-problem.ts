import type { Page } from "@playwright/test";

/**
 * What the panel tells, even where the console leaves the page a moment later: it signs in anew as
 * soon as it notices the session's end.
 */
export function waitForProblem(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const look = () => {
          const text = document.querySelector("[data-testid=presetsProblem]")?.textContent;
          if (text) resolve(text);
        };
        look();
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      }),
  );
}
