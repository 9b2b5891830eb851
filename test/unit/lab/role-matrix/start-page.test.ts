// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { startPage } from "../../../../lab/role-matrix/page/start-page.ts";
import { samplePage } from "./sample-page.ts";

beforeAll(() => {
  const template = join(import.meta.dirname, "../../../../lab/role-matrix/page/page.html");
  const [, body = ""] = readFileSync(template, "utf8").split(/<\/?body>/);
  document.body.innerHTML = body;
  byId("data").textContent = JSON.stringify(samplePage);
  startPage();
});

beforeEach(() => open(""));

function open(hash: string): void {
  location.hash = hash;
  window.dispatchEvent(new Event("hashchange"));
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no "${id}".`);
  return found;
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const paths = () => all("#calls .path").map((it) => it.textContent);
const titles = () => all("#calls tbody th").map((it) => it.textContent);
const row = (path: string) => all("#calls tr").find((it) => it.textContent?.includes(path));
const cells = (path: string) => [...(row(path)?.children ?? [])].map((it) => it.textContent);

function set(id: string, value: string): void {
  const field = byId(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) {
    throw new Error(`${id} is no field.`);
  }
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function check(role: string): void {
  const [box] = all(`input[value=${role}]`);
  if (!(box instanceof HTMLInputElement)) throw new Error(`There is no role ${role}.`);
  box.checked = !box.checked;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

test("the header names the version of the project and what was measured when", () => {
  expect(byId("project").textContent).toBe("1.2.3");
  expect(byId("measured").textContent).toBe("Measured on Keycloak 26.10.0, Nov 24, 2026");
});

test("the calls that presets are made for come first, then the other families in their order", () => {
  expect(byId("count").textContent).toBe("8 calls");
  expect(titles()).toEqual(["Everyday calls 5", "organizations 1", "realm 2"]);
  expect(paths().slice(0, 2)).toEqual(["GET /users", "GET /users/count"]);
});

test("a call has its smallest roles and its smallest presets", () => {
  expect(cells("GET /users/count").slice(1)).toEqual([
    "view-users, manage-users",
    "<b>user-lookup</b></script>, <b>user-management</b></script>",
  ]);
  expect(cells("GET /keys").slice(1)).toEqual(["only realm-admin", "none"]);
});

test("names are text, whatever they contain", () => {
  expect(row("GET /users/count")?.textContent).toContain("Count users </script><b>");
  expect(all("#calls td b").every((it) => it.parentElement?.className === "path")).toBe(true);
  expect(all("option b, script:not([id]):not([type])")).toEqual([]);
});

test("a search lists what it finds, opens a single call, and is kept in the address", () => {
  set("search", "curl -X PUT https://a.example/admin/realms/demo/users/7f3a/reset-password");
  expect(byId("count").textContent).toBe("1 call");
  expect(paths()).toEqual(["PUT /users/{user-id}/reset-password"]);
  expect(titles()).toEqual([]);
  expect(all(".details")).toHaveLength(1);
  set("search", "reset password");
  expect(location.hash).toBe("#search=reset+password");
});

test("a search that finds nothing says so, and can be cleared", () => {
  expect(byId("clear").hidden).toBe(true);
  set("search", "zzz");
  expect(byId("count").textContent).toBe("0 calls");
  expect(byId("about").textContent).toBe("Change the search or the filters.");
  byId("clear").click();
  expect(byId("count").textContent).toBe("8 calls");
  expect(document.activeElement).toBe(byId("search"));
  expect(location.hash).toBe("");
});

test("lines that are pasted stay apart", () => {
  const paste = new Event("paste", { bubbles: true, cancelable: true });
  const text = "GET /groups\nGET /keys";
  Object.assign(paste, { clipboardData: { getData: () => text } });
  byId("search").dispatchEvent(paste);
  expect(paths()).toEqual(["GET /groups", "GET /keys"]);
});

test("a preset shows the calls that it allows, what it is for, and its risk", () => {
  set("preset", "user-lookup");
  expect(byId("count").textContent).toBe("3 calls allowed with <b>user-lookup</b></script>");
  expect(byId("about").textContent).toContain(
    "Roles: view-users, query-users. Medium risk · Reads",
  );
  expect(paths()).not.toContain("DELETE /users/{user-id}");
  expect(location.hash).toBe("#preset=user-lookup&result=allowed");
  set("result", "");
  expect(row("DELETE /users")?.textContent).toContain("Denied");
  set("preset", "");
  expect(byId("count").textContent).toBe("8 calls");
});

test("a click on a preset beside a call chooses it", () => {
  all("[data-preset=user-management]")[0]?.click();
  expect(location.hash).toBe("#preset=user-management&result=allowed");
  expect(document.activeElement).toBe(byId("preset"));
});

test("roles answer together, also with a preset", () => {
  check("manage-organizations");
  expect(paths()).not.toContain("GET /organizations/{org-id}/members");
  set("preset", "user-lookup");
  expect(paths()).toContain("GET /organizations/{org-id}/members");
  expect(byId("roles").textContent).toBe("manage-organizations");
  expect(byId("count").textContent).toContain(
    "with <b>user-lookup</b></script> + manage-organizations",
  );
});

test("without a preset or role, the result is that of all roles but realm-admin", () => {
  set("result", "denied");
  expect(paths()).toEqual(["GET /keys"]);
  expect(byId("count").textContent).toBe("1 call denied with all roles but realm-admin");
});

test("shows another version, without the roles that it does not have", () => {
  open("#role=manage-organizations&role=view-users&family=__proto__");
  set("version", "26.9.1");
  expect(byId("measured").textContent).toBe("Measured on Keycloak 26.9.1, Nov 20, 2026");
  expect(byId("roles").textContent).toBe("view-users");
  expect(location.hash).toBe("#role=view-users&version=26.9.1");
  byId("clear").click();
  expect(location.hash).toBe("#version=26.9.1");
});

test("a call's details have every role, every preset, and the other versions", () => {
  const button = () => row("GET /groups")?.querySelector("button");
  button()?.click();
  expect(button()?.getAttribute("aria-expanded")).toBe("true");
  const text = all(".details")[0]?.textContent;
  expect(text).toContain("Allowed, by preset<b>user-management</b></script>");
  expect(text).toContain("Partial results, by rolequery-users, view-users");
  expect(text).toContain("26.10.0: manage-users; 26.9.1: query-users, manage-users");
  button()?.click();
  expect(all(".details")).toEqual([]);
});

test("names the calls that were not measured, and why", () => {
  expect(byId("not-called").textContent).toContain("Calls that were not measured: 1");
  expect(byId("not-called").textContent).toContain("It waits for a | key. GET /realms/{realm}/x|y");
});

test("slash leads to the search", () => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  expect(document.activeElement).toBe(byId("search"));
});
