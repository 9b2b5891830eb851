import { expect, test } from "vitest";
import { reachOf } from "../../../../src/access/presets/preset-reach.ts";
import type { RoleReference } from "../../../../src/catalog/presets/presets.ts";
import { sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix();
const admin = (name: string): RoleReference => ({ container: "admin", name });

/** The reach of roles that are for these calls, as "METHOD /path". */
function reach(roles: readonly RoleReference[], ...promised: readonly string[]) {
  const { allowed, filtered, denied, ...rest } = reachOf(roles, promised, matrix);
  const textsOf = (calls: typeof allowed) => calls.map(({ method, path }) => `${method} ${path}`);
  return {
    promised: textsOf(rest.promised),
    allowed: textsOf(allowed),
    filtered: textsOf(filtered),
    denied: textsOf(denied),
  };
}

test("lists what roles allow, what gives partial results, and what is denied", () => {
  const { allowed, filtered, denied } = reach([admin("query-users")]);
  expect(allowed).toEqual(["GET /users/count"]);
  expect(filtered).toEqual(["GET /users"]);
  expect(denied).toContain("POST /users");
  expect(denied).toContain("GET /roles");
  expect([...allowed, ...filtered, ...denied]).toHaveLength(matrix.calls.length - 1);
});

test("a realm role of master counts what it opens", () => {
  const creation = sampleMatrix([["POST /admin/realms", { allowed: ["create-realm"] }]]);
  const [call] = creation.calls;
  if (call === undefined) throw new Error("The sample has no call.");
  const verdicts = new Map(call.verdicts).set("create-realm", "allowed");
  const measured = { ...creation, masterRoles: ["create-realm"], calls: [{ ...call, verdicts }] };
  const allowedBy = (container: RoleReference["container"]) =>
    reachOf([{ container, name: "create-realm" }], [], measured).allowed.map(({ path }) => path);
  expect(allowedBy("realm")).toEqual(["/admin/realms"]);
  expect(allowedBy("admin")).toEqual([]);
});

test("unmeasured calls are not listed", () => {
  const { allowed, filtered, denied } = reach([admin("view-users")]);
  expect([...allowed, ...filtered, ...denied]).not.toContain("GET /broken");
});

test("denied calls are listed only for the families of the roles", () => {
  const { denied } = reach([admin("view-users")], "GET/users", "GET/groups");
  expect(denied).toContain("POST /users");
  expect(denied).not.toContain("GET /roles");
  expect(denied).not.toContain("GET /clients");
});

test("the calls that roles are for come in their own order, those that the server has", () => {
  const { promised } = reach([], "GET/users/{}", "GET/not-there", "GET/users", "DELETE/users/{}");
  expect(promised).toEqual(["GET /users/{user-id}", "GET /users", "DELETE /users/{user-id}"]);
});

test("a realm's own role gives nothing in the client with the admin roles", () => {
  expect(reach([{ container: "realm", name: "manage-users" }]).allowed).toEqual([]);
  expect(reach([admin("manage-users")]).allowed).toContain("POST /users");
});
