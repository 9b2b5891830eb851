// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ClientPage, findClientPage } from "../../../src/console/client-page.ts";
import { findClientsPage } from "../../../src/console/clients-page.ts";
import { createOwnTab } from "../../../src/console/own-tab.ts";

const name = "service-account-presets";
const address = "https://kc/admin/master/console/#/a%20b/clients/1/service-account-presets";
const shown = { title: "Presets", address, isOpen: true };

/** A client page with these tabs, as the console of Keycloak 26 builds it. */
function showPage(tabs: readonly string[], protocol = "OpenID Connect"): void {
  const items = tabs.map(
    (name) =>
      `<li class="pf-v5-c-tabs__item pf-m-current"><a role="tab" class="pf-v5-c-tabs__link" href="#/x" data-testid="${name}Tab"><span class="pf-v5-c-tabs__item-text">${name}</span></a></li>`,
  );
  document.body.innerHTML = `<section><h1 data-testid="view-header">SAML</h1><span class="pf-v5-c-label__text">${protocol}</span></section>
    <div><nav data-testid="client-tabs"><ul role="tablist" class="pf-v5-c-tabs__list">${items.join("")}</ul></nav></div>`;
}

function foundPage(): ClientPage {
  const finding = findClientPage(document);
  if (finding.kind !== "page") throw new Error(`Found ${finding.kind}.`);
  return finding.page;
}

const namesOnPage = () =>
  [...document.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent);

beforeEach(() => showPage(["settings", "clientScopes", "serviceAccount", "sessions"]));

test("the tab follows the stock tab of service account roles, and nothing else changes", () => {
  const before = document.body.innerHTML;
  const tab = createOwnTab(
    name,
    () => {},
    async () => {},
  );
  tab.place(foundPage(), shown);
  tab.place(foundPage(), shown);
  expect(namesOnPage()).toEqual([
    "settings",
    "clientScopes",
    "serviceAccount",
    "Presets",
    "sessions",
  ]);
  const link = document.querySelector('[data-testid="service-account-presets-tab"]');
  expect(link?.getAttribute("href")).toBe(address);
  expect(link?.getAttribute("aria-selected")).toBe("true");
  expect(link?.className).toBe("pf-v5-c-tabs__link");
  tab.remove();
  expect(document.body.innerHTML).toBe(before);
});

test("the tab comes back to its place when the console moved it by putting a tab in between", () => {
  const tab = createOwnTab(
    name,
    () => {},
    async () => {},
  );
  tab.place(foundPage(), { ...shown, isOpen: false });
  const list = document.querySelector("ul");
  list?.prepend(document.querySelectorAll("li")[3] ?? "");
  tab.place(foundPage(), { ...shown, isOpen: false });
  expect(namesOnPage()[3]).toBe("Presets");
});

test("without a service account the tab is before Sessions and stays there", () => {
  showPage(["settings", "clientScopes", "sessions"]);
  const tab = createOwnTab(
    name,
    () => {},
    async () => {},
  );
  tab.place(foundPage(), shown);
  tab.place(foundPage(), shown);
  expect(namesOnPage()).toEqual(["settings", "clientScopes", "Presets", "sessions"]);
});

test("SAML clients and clients without client scopes have no such tab", () => {
  showPage(["settings", "clientScopes", "sessions"], "SAML");
  expect(findClientPage(document).kind).toBe("nothing");
  showPage(["settings", "sessions"]);
  expect(findClientPage(document).kind).toBe("nothing");
});

test("an unexpected page is reported as such", () => {
  showPage(["settings", "clientScopes"]);
  expect(findClientPage(document).kind).toBe("unexpected");
  document.body.innerHTML = '<nav data-testid="client-tabs"></nav>';
  expect(findClientPage(document).kind).toBe("unexpected");
  document.body.innerHTML = "";
  expect(findClientPage(document).kind).toBe("nothing");
});

test("on the page with the clients the tab follows the list, even if that is the only tab", () => {
  document.body.innerHTML = `<div><nav><ul role="tablist" class="pf-v5-c-tabs__list"><li><a role="tab" data-testid="list" href="#/demo/clients/list"><span>Clients list</span></a></li></ul></nav></div>`;
  const finding = findClientsPage(document);
  if (finding.kind !== "page") throw new Error(`Found ${finding.kind}.`);
  createOwnTab(
    "service-accounts",
    () => {},
    async () => {},
  ).place(finding.page, {
    title: "Service accounts",
    address: "#/x",
    isOpen: false,
  });
  expect(namesOnPage()).toEqual(["Clients list", "Service accounts"]);
});

test("another page with a list is not mistaken for the list of clients", () => {
  document.body.innerHTML = `<nav><ul role="tablist" class="pf-v5-c-tabs__list"><li><a role="tab" data-testid="list" href="#/demo/events/list"><span>List</span></a></li></ul></nav>`;
  expect(findClientsPage(document).kind).toBe("nothing");
  document.body.innerHTML = `<div role="tablist" class="pf-v5-c-tabs__list"><a role="tab" data-testid="list" href="#/demo/clients/list">List</a></div>`;
  expect(findClientsPage(document).kind).toBe("unexpected");
});

describe("a bar that grew narrower", () => {
  /** Calls the observer back, as the browser does after a new layout of the bar. */
  let tellResized: () => void;

  beforeEach(() => {
    class FakeObserver {
      readonly #onResize: (entries: readonly { readonly target: Element }[]) => void;
      constructor(onResize: (entries: readonly { readonly target: Element }[]) => void) {
        this.#onResize = onResize;
      }
      observe(target: Element) {
        tellResized = () => this.#onResize([{ target }]);
      }
      disconnect() {
        tellResized = () => {};
      }
    }
    vi.stubGlobal("ResizeObserver", FakeObserver);
  });

  afterEach(() => vi.unstubAllGlobals());

  /** How far the bar is scrolled where it shows 100 px to 500 px of the window, and the tab stands there. */
  function scrolledWith(tabAt: { readonly left: number; readonly right: number }): number {
    const tab = createOwnTab(
      name,
      () => {},
      async () => {},
    );
    const page = foundPage();
    tab.place(page, shown);
    page.list.scrollLeft = 50;
    vi.spyOn(page.list, "getBoundingClientRect").mockReturnValue(new DOMRect(100, 0, 400, 40));
    const item = document.querySelector('[data-service-account-presets="tab"]');
    const rect = new DOMRect(tabAt.left, 0, tabAt.right - tabAt.left, 40);
    if (item !== null) vi.spyOn(item, "getBoundingClientRect").mockReturnValue(rect);
    // Would scroll the page as well.
    const scrolls = vi.spyOn(Element.prototype, "scrollIntoView");
    tellResized();
    expect(scrolls).not.toHaveBeenCalled();
    return page.list.scrollLeft;
  }

  test.each([
    ["in sight", { left: 200, right: 300 }, 50],
    ["behind its end", { left: 450, right: 530 }, 80],
    ["before its beginning", { left: 70, right: 150 }, 20],
  ])("scrolls as far as its open tab takes, and takes no page along: %s", (_, tabAt, scrolled) =>
    expect(scrolledWith(tabAt)).toBe(scrolled),
  );
});

test("a press of the mouse on the tab is told before the click, and one of another button isn't", () => {
  const [onNear, onPress] = [vi.fn(), vi.fn()];
  const bar = foundPage();
  createOwnTab(name, onNear, onPress).place(bar, {
    title: "Presets",
    address: "#/x",
    isOpen: false,
  });
  const link = document.getElementById(`${name}-tab`);
  link?.dispatchEvent(new MouseEvent("mousedown", { button: 2 }));
  expect(onPress).not.toHaveBeenCalled();
  link?.dispatchEvent(new MouseEvent("mousedown", { button: 0 }));
  expect(onPress).toHaveBeenCalledOnce();
  expect(onNear).not.toHaveBeenCalled();
});
