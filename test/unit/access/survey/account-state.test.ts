import { expect, test } from "vitest";
import { canSignIn, stateOfAccount } from "../../../../src/access/survey/account-state.ts";

const client = {
  ...{ clientUuid: "1", clientId: "a", enabled: true, isOn: true },
  ...{ fullScopeAllowed: false, secretCreatedAt: undefined },
};
const user = { userId: "2", enabled: true };

test.each([
  ["active", user, client],
  ["clientDisabled", user, { ...client, enabled: false }],
  ["userDisabled", { ...user, enabled: false }, client],
  ["bothDisabled", { ...user, enabled: false }, { ...client, enabled: false }],
  ["leftover", { ...user, enabled: false }, { ...client, isOn: false }],
  ["noUser", { ...user, userId: "" }, client],
] as const)("an account is %s by its user and its client", (state, ofUser, ofClient) => {
  expect(stateOfAccount(ofUser, ofClient)).toBe(state);
});

test("whether a token can be had isn't known of an account whose client or user isn't", () => {
  expect(canSignIn("active")).toBe(true);
  expect(canSignIn("leftover")).toBe(false);
  for (const state of [undefined, "noUser", "unlinked"] as const) {
    expect(canSignIn(state)).toBeUndefined();
  }
});
