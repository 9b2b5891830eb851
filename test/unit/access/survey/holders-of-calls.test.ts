import { expect, test } from "vitest";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { holdersOfCalls } from "../../../../src/access/survey/holders-of-calls.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { admin, givenBy, makeRows } from "../make-survey.ts";
import { callsOf, sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix();
const offered = new Set([...adminRoles.keys()].map((name) => roleKey(admin(name))));
const idsOf = (rows: readonly { readonly clientId: string }[]) =>
  rows.map(({ clientId }) => clientId);
const find = (rows: Parameters<typeof holdersOfCalls>[1], ...names: readonly string[]) => {
  const { holders, dormant, notKnown } = holdersOfCalls(
    callsOf(matrix, ...names),
    rows,
    offered,
    matrix,
  );
  return { holders: idsOf(holders), dormant: idsOf(dormant), notKnown };
};

test("accounts are found by the roles in effect, whichever way they come", () => {
  const rows = makeRows([
    { clientId: "mapped", mapped: ["view-users"] },
    { clientId: "grouped", given: givenBy({ kind: "group", name: "/ops" }, "manage-users") },
    { clientId: "counting", mapped: ["query-users"] },
    { clientId: "admin", mapped: ["realm-admin"] },
  ]);
  expect(find(rows, "GET /users").holders).toEqual(["mapped", "grouped", "admin"]);
  expect(find(rows, "GET /users", "POST /users").holders).toEqual(["grouped", "admin"]);
  expect(find(rows, "GET /users").notKnown).toBe(0);
});

test("accounts that can't get a token now are distinguished", () => {
  const mapped = ["view-users"];
  const rows = makeRows([
    { clientId: "disabled", mapped, isClientEnabled: false },
    { clientId: "off", mapped, isUserEnabled: false },
    { clientId: "left-over", mapped, isOn: false },
  ]);
  expect(find(rows, "GET /users")).toEqual({
    ...{ holders: [], dormant: ["disabled", "off", "left-over"], notKnown: 0 },
  });
});

test("what isn't read, and what a thinner realm-admin holds, is not known rather than no", () => {
  const progress = { requests: 1, clientsRead: 1, arePowersRead: false, areClientsRead: true };
  const unread = makeRows([{ clientId: "a" }, { clientId: "b", mapped: ["view-users"] }], {
    progress,
  });
  expect(find(unread, "GET /users")).toMatchObject({ holders: ["b"], notKnown: 1 });
  const thin = makeRows([{ clientId: "thin", mapped: ["realm-admin"] }], { composites: new Map() });
  expect(find(thin, "DELETE /admin/realms/{realm}")).toMatchObject({ holders: [], notKnown: 1 });
});
