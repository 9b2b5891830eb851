import type { Statements } from "../../../../lab/states/statements.ts";
import type { CallTruth, Truth } from "../../../../lab/states/truth.ts";

const answered = (...ids: readonly string[]) =>
  new Map<string, CallTruth>(ids.map((id) => [id, "whole"]));

/** A client with view-users, whose calls are answered. */
export const lookup: Truth = {
  account: "exists",
  isMadeByReading: false,
  accountEnabled: true,
  client: {
    ...{ enabled: true, publicClient: false, bearerOnly: false, serviceAccountsEnabled: true },
    isBound: false,
  },
  realm: { enabled: true, notBefore: 0, sslRequired: "none" },
  effective: new Set(["view-users", "query-users"]),
  inScope: new Set(["view-users", "query-users"]),
  isRealmAdmin: false,
  token: { kind: "granted" },
  ends: [],
  ownPreset: { store: "none", preset: undefined },
  calls: new Map([...answered("GET /users", "GET /users/{user}"), ["GET /events", "refused"]]),
};

/** What is true of {@link lookup}. */
export const trueOfLookup: Statements = {
  tab: {
    ...{ account: "exists", power: "medium", roles: ["query-users", "view-users"] },
    ...{ count: 2, ends: [] },
  },
  list: {
    ...{ account: "exists", power: "medium", roles: ["view-users", "query-users"] },
    ...{ enabled: true, ends: [], ownPreset: undefined },
  },
  ownPreset: { store: "none", preset: undefined },
  search: new Map([
    ["GET /users", "allowed"],
    ["GET /events", "denied"],
  ]),
  check: [
    { id: "account", verdict: "ok", names: [] },
    { id: "enabled", verdict: "ok", names: [] },
    { id: "roles", verdict: "ok", names: ["query-users", "view-users"] },
    { id: "scope", verdict: "ok", names: [] },
    { id: "tokenBinding", verdict: "ok", names: [] },
  ],
};
