import type { Page } from "@playwright/test";

/** What a person did with mouse and keyboard. */
export interface Actions {
  clicks: number;
  /** Keys pressed; a text that is pasted counts as one. */
  keys: number;
}

/**
 * Counts what is done on a page from now on, as the page's own events tell it. A click on a menu item counts as
 * one on its button does.
 *
 * @returns the counts, which grow
 */
export async function countActions(page: Page): Promise<Actions> {
  const actions: Actions = { clicks: 0, keys: 0 };
  await page.exposeFunction("presetsCountAction", (kind: keyof Actions) => {
    actions[kind] += 1;
  });
  const listen = () => {
    const count = (kind: string) => Reflect.get(window, "presetsCountAction")(kind);
    const on = (event: string, kind: string) =>
      window.addEventListener(event, ({ isTrusted }) => isTrusted && count(kind), true);
    on("pointerdown", "clicks");
    on("keydown", "keys");
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return actions;
}
