// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { type ClientPage, findClientPage } from "../../../src/console/client-page.ts";
import { createPresetsTab } from "../../../src/console/presets-tab.ts";

const route = { realm: "a b", clientUuid: "1", tab: "service-account-presets" };

/** A client page with these tabs, as the console of Keycloak 26 builds it. */
function showPage(tabs: readonly string[], protocol = "OpenID Connect"): void {
  const items = tabs.map(
    (name) =>
      `<li class="pf-v5-c-tabs__item pf-m-current"><a role="tab" class="pf-v5-c-tabs__link" href="#/x" data-testid="${name}Tab"><span class="pf-v5-c-tabs__item-text">${name}</span></a></li>`,
  );
  document.body.innerHTML = `<section><h1 data-testid="view-header">SAML</h1><span class="pf-v5-c-label__text">${protocol}</span></section>
    <div><nav data-testid="client-tabs"><ul role="tablist">${items.join("")}</ul></nav></div>`;
}

function foundPage(): ClientPage {
  const finding = findClientPage(document);
  if (finding.kind !== "page") throw new Error(`Found ${finding.kind}.`);
  return finding.page;
}

const namesOnPage = () =>
  [...document.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent);

beforeEach(() => showPage(["settings", "clientScopes", "serviceAccount", "sessions"]));

test("the tab stands right behind the stock tab of service-account roles, and nothing else changes", () => {
  const before = document.body.innerHTML;
  const tab = createPresetsTab("Presets", "https://kc/admin/master/console/");
  tab.place(foundPage(), route);
  tab.place(foundPage(), route);
  expect(namesOnPage()).toEqual([
    "settings",
    "clientScopes",
    "serviceAccount",
    "Presets",
    "sessions",
  ]);
  const link = document.querySelector('[data-testid="serviceAccountPresetsTab"]');
  expect(link?.getAttribute("href")).toBe(
    "https://kc/admin/master/console/#/a%20b/clients/1/service-account-presets",
  );
  expect(link?.getAttribute("aria-selected")).toBe("true");
  expect(link?.className).toBe("pf-v5-c-tabs__link");
  tab.remove();
  expect(document.body.innerHTML).toBe(before);
});

test("the tab comes back to its place when the console moved it by putting a tab in between", () => {
  const tab = createPresetsTab("Presets", "https://kc/");
  tab.place(foundPage(), { ...route, tab: "settings" });
  const list = document.querySelector("ul");
  list?.prepend(document.querySelectorAll("li")[3] ?? "");
  tab.place(foundPage(), { ...route, tab: "settings" });
  expect(namesOnPage()[3]).toBe("Presets");
});

test("without a service account the tab stands before Sessions, and stays there", () => {
  showPage(["settings", "clientScopes", "sessions"]);
  const tab = createPresetsTab("Presets", "https://kc/");
  tab.place(foundPage(), route);
  tab.place(foundPage(), route);
  expect(namesOnPage()).toEqual(["settings", "clientScopes", "Presets", "sessions"]);
  expect(foundPage().hasServiceAccount).toBe(false);
});

test("SAML clients and clients without client scopes have no such tab", () => {
  showPage(["settings", "clientScopes", "sessions"], "SAML");
  expect(findClientPage(document).kind).toBe("nothing");
  showPage(["settings", "sessions"]);
  expect(findClientPage(document).kind).toBe("nothing");
});

test("a page that is built in another way is told as such", () => {
  showPage(["settings", "clientScopes"]);
  expect(findClientPage(document).kind).toBe("unexpected");
  document.body.innerHTML = '<nav data-testid="client-tabs"></nav>';
  expect(findClientPage(document).kind).toBe("unexpected");
  document.body.innerHTML = "";
  expect(findClientPage(document).kind).toBe("nothing");
});
