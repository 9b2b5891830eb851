// @vitest-environment happy-dom
/*
 * The console of Keycloak 27, before there is a release to record. `document.html` has what upstream's template
 * of keycloak.v3 has; the other pages have the tabs of today's console as PatternFly 6.6.1 renders them.
 * https://github.com/keycloak/keycloak/pull/52514
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findClientPage } from "../../../src/console/client-page.ts";
import { findClientsPage } from "../../../src/console/clients-page.ts";
import { entryScriptName } from "../../../src/console/document/entry-script.ts";
import { parseEnvironment } from "../../../src/console/document/environment.ts";
import { patternFlyOf, supportedPatternFly } from "../../../src/console/document/patternfly.ts";
import { sharedModules } from "../../../src/console/document/shared-modules.ts";
import { clientTabBar, environmentElement } from "../../../src/console/selectors.ts";

const read = (page: string) =>
  readFileSync(join(import.meta.dirname, "next-console", `${page}.html`), "utf8");

const parse = (page: string) => new DOMParser().parseFromString(read(page), "text/html");

test("a client's page gets no tab on PatternFly 6, whose styles the panels don't have, and the reason is logged", () => {
  const page = parse("client-with-account");
  expect(page.querySelector(clientTabBar)).not.toBeNull();
  expect(findClientPage(page)).toEqual({
    kind: "unexpected",
    reason: "the tabs of the client page are unexpected",
  });
});

test("the page with the list of clients gets no tab on PatternFly 6", () => {
  expect(findClientsPage(parse("clients"))).toEqual({ kind: "nothing" });
});

test.each(["client-with-account", "clients"])(
  "nothing but the class of PatternFly keeps the tab from %s",
  (page) => {
    document.body.innerHTML = read(page).replaceAll("pf-v6-", "pf-v5-");
    const find = page === "clients" ? findClientsPage : findClientPage;
    expect(find(document).kind).toBe("page");
  },
);

test("the page still says where Keycloak is, maps React, and names an entry script", () => {
  const page = parse("document");
  const environment = page.querySelector(environmentElement)?.textContent ?? "";
  expect(parseEnvironment(environment)).toMatchObject({ clientId: "security-admin-console" });
  const map = page.querySelector("script[type=importmap]")?.textContent ?? "{}";
  const { imports }: { imports: object } = JSON.parse(map);
  expect(Object.keys(imports)).toEqual([...sharedModules]);
  expect(entryScriptName(page.scripts)).toBe("main-unknown1.js");
});

test("the page says which PatternFly it has", () => {
  expect(patternFlyOf(read("document"))).toBe(6);
  expect(patternFlyOf(read("document").replaceAll("pf-v6-", "pf-v5-"))).toBe(supportedPatternFly);
  expect(patternFlyOf('<span class="pf-c-spinner">')).toBeUndefined();
});
