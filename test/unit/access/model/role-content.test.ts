import { expect, test } from "vitest";
import {
  extrasOf,
  resolveOnServer,
  rolesToRead,
  stockContentOf,
} from "../../../../src/access/model/role-content.ts";
import type { RoleContent, RoleKey } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const role = (name: string) => ({ container: "admin", name }) as const;

const contentsOf = (name: string, content: RoleContent) =>
  new Map<RoleKey, RoleContent>([[`admin:${name}`, content]]);

const holding = (...names: readonly string[]): RoleContent => ({
  kind: "read",
  gives: new Set(names.map((name): RoleKey => `admin:${name}`)),
  others: [],
});

test("a composite role's content on the server counts, not the stock one", () => {
  const wide = contentsOf("view-users", holding("query-users", "realm-admin"));
  expect(resolveOnServer([role("view-users")], wide)).toEqual(
    new Set(["admin:view-users", "admin:query-users", "admin:realm-admin"]),
  );
});

test("the stock content counts until the server's content was read", () => {
  const stock = new Set(["admin:query-groups", "admin:query-users"]);
  expect(stockContentOf("admin:view-users")).toEqual(stock);
  const given = resolveOnServer(
    [role("view-users")],
    contentsOf("view-users", { kind: "notRead" }),
  );
  expect(given).toEqual(new Set(["admin:view-users", ...stock]));
});

test("a role that includes more than in stock Keycloak is reported with the additional roles", () => {
  const [extra] = extrasOf(
    [role("view-users"), role("view-events")],
    contentsOf("view-users", {
      kind: "read",
      gives: new Set(["admin:query-users", "admin:realm-admin"]),
      others: ["billing"],
    }),
  );
  expect(extra).toEqual({
    role: role("view-users"),
    gives: [role("realm-admin")],
    others: ["billing"],
    isUnknown: false,
  });
});

test("a role that includes the stock roles or fewer is not reported", () => {
  const stock = contentsOf("view-users", holding("query-users", "query-groups"));
  expect(extrasOf([role("view-users")], stock)).toEqual([]);
  expect(extrasOf([role("view-users")], contentsOf("view-users", holding()))).toEqual([]);
});

test("if the content couldn't be read, there may be more", () => {
  const [extra] = extrasOf([role("view-users")], contentsOf("view-users", { kind: "notKnown" }));
  expect(extra?.isUnknown).toBe(true);
});

test("only composite roles are read, each once", () => {
  const { roles } = makeSnapshot();
  const contents = contentsOf("view-users", { kind: "notRead" });
  const names = (known: typeof contents) =>
    rolesToRead([role("view-users"), role("view-events")], { roles, contents: known }).map(
      ({ name }) => name,
    );
  expect(names(contents)).toEqual(["view-users"]);
  expect(names(contentsOf("view-users", holding()))).toEqual([]);
});
