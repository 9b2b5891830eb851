// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { packPageData } from "../../../../lab/role-matrix/pack-page-data.ts";
import { startPage } from "../../../../lab/role-matrix/page/start-page.ts";
import { newerMeasurement, olderMeasurement, sampleNames } from "./sample-measurements.ts";

const data = packPageData([olderMeasurement, newerMeasurement], sampleNames);

beforeAll(() => {
  const template = join(import.meta.dirname, "../../../../lab/role-matrix/page.html");
  const [, body = ""] = readFileSync(template, "utf8").split(/<\/?body>/);
  document.body.innerHTML = body;
  byId("data").textContent = JSON.stringify(data);
  startPage();
});

beforeEach(() => show(""));

function show(hash: string): void {
  location.hash = hash;
  window.dispatchEvent(new Event("hashchange"));
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no "${id}".`);
  return found;
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const paths = () =>
  all("tr.call").flatMap((it) => (it.hidden ? [] : it.querySelector("code")?.textContent));

function type(text: string): void {
  const field = byId("search");
  if (!(field instanceof HTMLInputElement)) throw new Error("The search is no field.");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function choose(id: string, value: string): void {
  const field = byId(id);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`${id} is no choice.`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

test("shows the newest version: a line for each call, a column for each role", () => {
  expect(byId("count").textContent).toBe("8 of 8 calls");
  expect(byId("measured").textContent).toBe("Keycloak 26.10.0, measured on 2026-11-24");
  expect(all("th.role").map((it) => it.textContent)).toEqual([
    ...["view-users", "query-users", "manage-organizations", "manage-users"],
    ...["impersonation", "realm-admin"],
  ]);
  const line = all("tr.call").find((it) => it.textContent?.includes("GET /users/count"));
  const cells = [...(line?.querySelectorAll<HTMLElement>("td:not(.together)") ?? [])];
  expect(cells.map((it) => it.title)).toEqual([
    "view-users: allowed",
    "query-users: answers with less",
    "manage-organizations: denied",
    "manage-users: allowed",
    "impersonation: denied",
    "realm-admin: allowed",
  ]);
  expect(cells[1]?.textContent).toBe("answers with less");
});

test("a name is text, whatever stands in it", () => {
  expect(all("tr.call button").map((it) => it.textContent)).toContain("Count users </script><b>");
  expect(all("tr.call button b")).toEqual([]);
});

test("searches, counts, and keeps what was asked in the address", () => {
  type("reset password");
  expect(paths()).toEqual(["PUT /users/{user-id}/reset-password"]);
  expect(byId("count").textContent).toBe("1 of 8 calls");
  expect(location.hash).toBe("#search=reset+password");
  expect(all("tbody").filter((it) => !it.hidden)).toHaveLength(1);
});

test("says so where nothing fits, and shows everything again", () => {
  expect(byId("clear").hidden).toBe(true);
  type("zzz");
  expect(byId("nothing").hidden).toBe(false);
  expect(byId("clear").hidden).toBe(false);
  byId("clear").click();
  expect(byId("count").textContent).toBe("8 of 8 calls");
  expect(byId("nothing").hidden).toBe(true);
  expect(location.hash).toBe("");
});

test("roles are chosen by their fields or columns, and answer together", () => {
  all("th.role")
    .find((it) => it.dataset["role"] === "view-users")
    ?.click();
  all("input[value=manage-organizations]")[0]?.click();
  expect(location.hash).toBe("#roles=manage-organizations,view-users&answer=allowed");
  expect(paths()).toContain("GET /organizations/{org-id}/members");
  const line = all("tr.call").find((it) => it.textContent?.includes("/members"));
  expect(line?.querySelector<HTMLElement>("td.together")?.title).toBe(
    "manage-organizations + view-users: allowed",
  );
  expect(byId("chosen").textContent).toBe("manage-organizations + view-users");
  expect(all("th.chosen").map((it) => it.dataset["role"])).toEqual([
    "view-users",
    "manage-organizations",
  ]);
  choose("answer", "denied");
  expect(paths()).toContain("DELETE /users/{user-id}");
});

test("shows another version, without the roles that it does not have", () => {
  show("#roles=manage-organizations,view-users");
  choose("version", "26.9");
  expect(byId("measured").textContent).toContain("26.9.1");
  expect(byId("chosen").textContent).toBe("view-users");
  expect(location.hash).toBe("#version=26.9&roles=view-users");
  expect(byId("count").textContent).toBe("7 of 7 calls");
});

test("opens a call's details: the smallest roles, every role, other versions", () => {
  const button = () => all("tr.call button").find((it) => it.dataset["call"] === "GET/groups");
  button()?.click();
  expect(button()?.getAttribute("aria-expanded")).toBe("true");
  const [details] = all("tr.details");
  expect(details?.textContent).toContain("Smallest rolesmanage-users");
  expect(details?.textContent).toContain("26.9 manage-users, query-users");
  expect(details?.textContent).toContain("view-users through query-users");
  expect(location.hash).toBe("#call=GET/groups");
  button()?.click();
  expect(all("tr.details")).toEqual([]);
  show("#call=GET/users");
  expect(all("tr.details")).toHaveLength(1);
});

test("names the calls that were not made, and why", () => {
  expect(byId("not-called-count").textContent).toBe("1 call was not made");
  expect(byId("not-called-list").textContent).toContain("GET /realms/{realm}/x|y");
});

test("slash leads to the search", () => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  expect(document.activeElement).toBe(byId("search"));
});
