import { expect, test } from "vitest";
import {
  clientReadiness,
  type ReadinessFacts,
} from "../../../../src/access/readiness/client-readiness.ts";
import type { TargetVersion } from "../../../../src/catalog/server/coming-changes.ts";

const holding = (...names: readonly string[]) => [{ administers: "demo", names: new Set(names) }];

const ready: ReadinessFacts = {
  clientId: "api",
  bearerOnly: false,
  fullScopeAllowed: false,
  adminClientScope: "default",
  adminRoles: holding("view-users"),
  areRolesKnown: true,
};

const problemsOf = (facts: Partial<ReadinessFacts>, target: TargetVersion = "27") =>
  clientReadiness({ ...ready, ...facts }, target).map(
    ({ id, verdict, change }) => `${id} ${verdict} ${change.from}`,
  );

test.each<[string, Partial<ReadinessFacts>, readonly string[]]>([
  ["has what it needs", {}, []],
  ["lacks the client scope", { adminClientScope: "none" }, ["adminClientScope breaks 26.8.2"]],
  [
    "has the client scope only on request",
    { adminClientScope: "optional" },
    ["adminClientScope breaks 26.8.2"],
  ],
  [
    "has client scopes that aren't known",
    { adminClientScope: undefined },
    ["adminClientScope notKnown 26.8.2"],
  ],
  ["has no service account", { adminClientScope: "none", adminRoles: [] }, []],
  ["has no admin roles", { adminClientScope: "none", adminRoles: holding() }, []],
  ["has full scope allowed", { fullScopeAllowed: true }, ["fullScope breaks 27.0.0"]],
  [
    "has full scope allowed and no service account",
    { fullScopeAllowed: true, adminRoles: [] },
    ["fullScope breaks 27.0.0"],
  ],
  ["gets no tokens", { fullScopeAllowed: true, bearerOnly: true, adminRoles: [] }, []],
  [
    "manages clients and not the realm",
    { adminRoles: holding("manage-clients") },
    ["protocolMappers mayBreak 26.8.2"],
  ],
  ["manages clients and the realm", { adminRoles: holding("manage-clients", "manage-realm") }, []],
  [
    "manages the clients of one realm, and another realm",
    { adminRoles: [...holding("manage-clients"), ...holding("manage-realm")] },
    ["protocolMappers mayBreak 26.8.2"],
  ],
  [
    "views clients and doesn't manage them",
    { adminRoles: holding("view-clients") },
    ["clientSecrets mayBreak 26.8.0"],
  ],
  [
    "has roles that aren't known",
    { adminRoles: [], areRolesKnown: false, adminClientScope: "none" },
    [
      "clientSecrets notKnown 26.8.0",
      "adminClientScope notKnown 26.8.2",
      "protocolMappers notKnown 26.8.2",
    ],
  ],
  [
    "has more roles than are known",
    { adminRoles: holding("manage-clients"), areRolesKnown: false, adminClientScope: "none" },
    [
      "clientSecrets notKnown 26.8.0",
      "adminClientScope breaks 26.8.2",
      "protocolMappers mayBreak 26.8.2",
    ],
  ],
  [
    "is migrated by the upgrade",
    { clientId: "admin-cli", fullScopeAllowed: true, adminClientScope: "none" },
    [],
  ],
])("a client that %s", (_, facts, problems) => {
  expect(problemsOf(facts)).toEqual(problems);
});

test("full scope goes on working on 26.8, with a warning", () => {
  expect(problemsOf({ fullScopeAllowed: true }, "26.8")).toEqual(["fullScope warns 26.8.0"]);
});
