import { expect, test } from "vitest";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";
import { rolesBySource } from "../../../../src/access/model/sources-of-roles.ts";

const admin = (name: string) => ({ container: "admin" as const, name });

const giving = (name: string, ...roles: readonly string[]) => ({
  name,
  gives: new Set(roles.map((role): RoleKey => `admin:${role}`)),
});

test("each source has the outermost roles that it gives, and one that gives none is left out", () => {
  const sources = [giving("ops", "view-users", "query-users"), giving("idle", "view-events")];
  const { given, unexplained } = rolesBySource(
    [admin("view-users"), admin("query-users")],
    sources,
  );
  expect(given.map(({ source, roles }) => [source.name, roles.map(({ name }) => name)])).toEqual([
    ["ops", ["view-users"]],
  ]);
  expect(unexplained).toEqual([]);
});

test("roles that no known source gives are listed separately", () => {
  const { given, unexplained } = rolesBySource(
    [admin("view-realm")],
    [giving("ops", "view-users")],
  );
  expect(given).toEqual([]);
  expect(unexplained).toEqual([admin("view-realm")]);
});
