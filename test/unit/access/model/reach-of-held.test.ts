import { expect, test } from "vitest";
import type { HeldRoles } from "../../../../src/access/model/held-admin-roles.ts";
import {
  familiesByReach,
  reachOfHeld,
  secretsReadBy,
} from "../../../../src/access/model/reach-of-held.ts";
import { matrixOf } from "../measured-reach.ts";

const matrix = await matrixOf("26.7");

const held = (...names: readonly string[]): HeldRoles => ({
  ...{ names: new Set(names), reduced: new Set(), possible: new Set() },
});
const reach = (roles: HeldRoles, version = "26.7.3") =>
  Object.fromEntries(reachOfHeld(roles, matrix, version));

test("without roles nothing is reached", () => {
  expect(new Set(Object.values(reach(held())))).toEqual(new Set(["none"]));
});

test("realm-admin can escalate by users, clients, the realm and its ways to sign in", () => {
  expect(reach(held("realm-admin"))).toEqual({
    users: "canEscalate",
    groups: "canEscalate",
    roles: "canEscalate",
    clients: "canEscalate",
    identityProviders: "canEscalate",
    realm: "canEscalate",
    events: "changes",
    sessions: "changes",
    organizations: "canEscalate",
    authentication: "canEscalate",
  });
});

test("secrets that are read are known beside a family's furthest reach", () => {
  const secrets = (name: string) => secretsReadBy(held(name), matrix, "26.7.3");
  expect(secrets("manage-clients").has("clients")).toBe(true);
  expect(secrets("view-users").size).toBe(0);
  // Its registration access tokens of clients.
  expect([...secrets("view-events")]).toEqual(["events"]);
});

test("view-events reads secrets in events and part of the realm's settings", () => {
  const { users, clients, realm, events } = reach(held("view-events"));
  expect({ users, clients, realm, events }).toEqual({
    ...{ users: "none", clients: "none", realm: "readsPart", events: "readsSecrets" },
  });
});

test("view-users reads users and groups, on the oldest minor too", async () => {
  const names = held("view-users");
  for (const it of [matrix, await matrixOf("26.0")]) {
    const { users, groups, events } = Object.fromEntries(reachOfHeld(names, it));
    expect({ users, groups, events }).toEqual({ users: "reads", groups: "reads", events: "none" });
  }
});

test("the call with the most reach counts: view-clients reads secrets", () => {
  expect(reach(held("view-clients"))["clients"]).toBe("readsSecrets");
});

test("if another role may count and would reach further, the reach isn't known", () => {
  const maybe: HeldRoles = { ...held("view-users"), possible: new Set(["manage-users"]) };
  expect(reach(maybe)).toMatchObject({ users: "notKnown", events: "none" });
});

test("a family that the server has no calls of is left out", async () => {
  const old = await matrixOf("26.0");
  const calls = old.calls.filter(({ path }) => !path.startsWith("/organizations"));
  expect([...reachOfHeld(held(), { ...old, calls }).keys()]).not.toContain("organizations");
});

test("families are grouped by reach, the widest first, and those without access are left out", () => {
  const maybe: HeldRoles = { ...held("view-events"), possible: new Set(["manage-users"]) };
  expect(familiesByReach(reachOfHeld(maybe, matrix))).toEqual([
    { kind: "readsSecrets", families: ["events"] },
    { kind: "notKnown", families: ["users", "groups", "realm", "sessions"] },
  ]);
});
