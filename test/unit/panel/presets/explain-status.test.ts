import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { explainStatus } from "../../../../src/panel/presets/explain-status.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";
import { inEnglish as textOf } from "../../texts/english.ts";

function explain(presetId: string, snapshot = makeSnapshot(), isMaster = false) {
  const state = presetStates(snapshot).find(({ preset }) => preset.id === presetId);
  if (state === undefined) throw new Error(`There is no preset ${presetId}.`);
  return explainStatus(textOf, state, isMaster);
}

const offered = ["view-users", "query-users"];

test.each([
  [
    "a role of organizations",
    "organization-lookup",
    "reason.unavailable.organizations",
    "view-organizations",
  ],
  ["a realm role of master alone", "realm-creation", "reason.unavailable.master", "create-realm"],
  ["another role", "event-reader", "reason.unavailable", "view-events"],
] as const)("what lacks %s is not available for that reason", (_, presetId, key, roles) => {
  expect(explain(presetId, makeSnapshot({ offered }))).toBe(textOf(key, { roles }));
});

test("in master there is no realm-admin, which has a reason of its own", () => {
  expect(explain("full-administration", makeSnapshot({ offered }), true)).toBe(
    textOf("reason.unavailable.realmAdmin", { roles: "realm-admin" }),
  );
});

test("roles that are out of the client's scope, or can't be granted, are named", () => {
  const outside = makeSnapshot({ mapped: ["view-events"], inScope: [] });
  expect(explain("event-reader", outside)).toBe(
    textOf("reason.outOfScope", { roles: "view-events" }),
  );
  const barred = makeSnapshot({ ungrantable: ["view-events"] });
  expect(explain("event-reader", barred)).toBe(
    textOf("reason.notGrantable", { roles: "view-events" }),
  );
});

test("a client scope that is missing is named", () => {
  const adminClientScope = { id: "id", name: "kc-admin-api", isOptional: false };
  const snapshot = { ...makeSnapshot({ mapped: ["view-events"] }), adminClientScope };
  expect(explain("event-reader", snapshot)).toBe(
    textOf("reason.lacksClientScope", { clientScope: "kc-admin-api" }),
  );
});

test("a state that says everything needs no sentence", () => {
  expect(explain("event-reader", makeSnapshot({ mapped: ["view-events"] }))).toBe(undefined);
});
