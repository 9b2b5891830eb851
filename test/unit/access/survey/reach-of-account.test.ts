import { expect, test } from "vitest";
import { makeRows } from "../make-survey.ts";
import { measuredReach } from "../measured-reach.ts";

const { reachOf } = await measuredReach();

function reach(...args: Parameters<typeof makeRows>) {
  const [row] = makeRows(...args);
  const found = row && reachOf(row);
  return found && Object.fromEntries(found);
}

test("an account reaches as far as its roles", () => {
  expect(reach([{ clientId: "a", mapped: ["manage-users"] }])).toMatchObject({
    ...{ users: "canEscalate", clients: "none", events: "none" },
  });
});

test("no power is claimed that calls don't have: a disabled client reaches nothing", () => {
  const found = reach([{ clientId: "a", mapped: ["realm-admin"], isClientEnabled: false }]);
  expect(new Set(Object.values(found ?? {}))).toEqual(new Set(["none"]));
});

test("where a scope may keep roles out of the tokens, what they reach isn't known, and the rest is", () => {
  const scoped = { clientId: "a", mapped: ["manage-users"], fullScopeAllowed: false };
  expect(reach([scoped])).toMatchObject({ users: "notKnown", clients: "none" });
});

test("nothing is said before all that is held was read", () => {
  const progress = { requests: 1, clientsRead: 0, arePowersRead: false, areClientsRead: false };
  expect(reach([{ clientId: "a", mapped: ["manage-users"] }], { progress })).toBe(undefined);
});

test("accounts with the same roles get the same answer, without working it out again", () => {
  const [a, b] = makeRows([
    { clientId: "a", mapped: ["view-users"] },
    { clientId: "b", mapped: ["view-users"] },
  ]);
  expect(a && reachOf(a)).toBe(b && reachOf(b));
});
