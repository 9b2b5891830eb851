// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { isEscapeOfMenu } from "../../../../src/panel/parts/is-escape-of-menu.ts";

/** Whether Escape belongs to a menu where it is pressed in the marked element. */
function judge(html: string): boolean | undefined {
  document.body.innerHTML = html;
  let isOfMenu: boolean | undefined;
  document.body.addEventListener(
    "keydown",
    (event) => {
      isOfMenu = isEscapeOfMenu(event);
    },
    { once: true },
  );
  const pressed = document.querySelector("[data-pressed]");
  pressed?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  return isOfMenu;
}

test.each([
  ["an item", '<ul role="menu"><li><input data-pressed /></li></ul>'],
  ["the search field", '<div class="pf-v5-c-menu__search"><input data-pressed /></div>'],
])("Escape in %s of a menu closes the menu alone", (_, inside) => {
  expect(judge(`<div class="pf-v5-c-menu">${inside}</div>`)).toBe(true);
});

test("Escape at the toggle of a menu closes the menu where it is open, else the dialog", () => {
  const toggle = (isOpen: boolean) =>
    `<button class="pf-v5-c-menu-toggle" aria-expanded="${isOpen}" data-pressed></button>`;
  expect(judge(toggle(true))).toBe(true);
  expect(judge(toggle(false))).toBe(false);
});

test("Escape at the toggle of an open fold closes the dialog", () => {
  expect(
    judge(
      '<button class="pf-v5-c-expandable-section__toggle" aria-expanded="true" data-pressed></button>',
    ),
  ).toBe(false);
});
