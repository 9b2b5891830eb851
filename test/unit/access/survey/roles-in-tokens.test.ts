import { expect, test } from "vitest";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { accountRows, rowKey } from "../../../../src/access/survey/account-rows.ts";
import {
  type AskedScope,
  hasAdminClientScope,
} from "../../../../src/access/survey/roles-in-tokens.ts";
import { type AccountClient, accountName } from "../../../../src/access/survey/survey.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { admin, makeRows, makeSurvey } from "../make-survey.ts";

type Account = Omit<Parameters<typeof makeRows>[0][number], "clientId">;

/** What the tokens carry of an account that holds two roles. */
function carried(account: Account, scope?: AskedScope, ofClient: Partial<AccountClient> = {}) {
  const accounts = [{ clientId: "api", mapped: ["view-events", "view-realm"], ...account }];
  const survey = makeSurvey(accounts);
  const clients = new Map([...survey.clients].map(([name, it]) => [name, { ...it, ...ofClient }]));
  const effective = new Set(["view-events", "view-realm"].map((name) => roleKey(admin(name))));
  const details = { effective, lastSignIn: undefined, scope };
  const asked = new Map([[rowKey(survey, accountName("api")), details]]);
  const [row] = makeRows(accounts, { clients }, scope === undefined ? new Map() : asked);
  const { names, possible } = row?.inTokens ?? { names: [], possible: [] };
  return { carried: row?.carried, names: [...names].sort(), possible: [...possible].sort() };
}

const both = ["view-events", "view-realm"];

test("with full scope the tokens carry all that is held", () => {
  expect(carried({})).toEqual({ carried: "all", names: both, possible: [] });
});

test.each([[{ isClientEnabled: false }], [{ isUserEnabled: false }], [{ isOn: false }]])(
  "an account that gets no token carries nothing: %j",
  (account) => {
    expect(carried(account)).toEqual({ carried: "none", names: [], possible: [] });
  },
);

test("nor does one whose secret has expired", () => {
  expect(carried({}, undefined, { secretExpiresAt: Date.now() - 1 }).carried).toBe("none");
  expect(carried({}, undefined, { secretExpiresAt: Date.now() + 60_000 }).carried).toBe("all");
});

test("without full scope it isn't known before the scope was asked for", () => {
  expect(carried({ fullScopeAllowed: false })).toEqual({
    ...{ carried: "notKnown", names: [], possible: both },
  });
});

test.each([
  [["view-events"], [], "some", ["view-events"], []],
  [both, [], "all", both, []],
  [[], [], "none", [], []],
  // An administrator who may not see the scope.
  [[], ["admin"], "notKnown", [], both],
] as const)(
  "with the scope %j, not seeing %j, the tokens carry %s",
  (inScope, unseen, kind, names, possible) => {
    const scope: AskedScope = {
      inScope: new Set(inScope.map((name) => roleKey(admin(name)))),
      unseenScope: new Set(unseen),
    };
    expect(carried({ fullScopeAllowed: false }, scope)).toEqual({ carried: kind, names, possible });
  },
);

test("where the realm has the client scope that the Admin API asks for, a client without it carries nothing", () => {
  expect(carried({}, undefined, { adminClientScope: "none" }).carried).toBe("all");
  expect(carried({}, undefined, { adminClientScope: "default" }).carried).toBe("all");
  // That it has it as an optional one tells that the realm has it.
  expect(carried({}, undefined, { adminClientScope: "optional" }).carried).toBe("none");
});

test("of a client whose client scopes can't be seen, it isn't known what the tokens carry", () => {
  const survey = makeSurvey([{ clientId: "api", mapped: both }, { clientId: "other" }]);
  const clients = new Map(survey.clients);
  const other = clients.get(accountName("other"));
  if (other !== undefined)
    clients.set(accountName("other"), { ...other, adminClientScope: "default" });
  const [row] = accountRows({ ...survey, clients }, new Map());
  expect(row).toMatchObject({ clientId: "api", carried: "notKnown" });
  expect([...(row?.inTokens.possible ?? [])].sort()).toEqual(both);
});

test("of a client without an account under its usual name nothing is known", () => {
  const [row] = makeRows([{ clientId: "api" }], { users: [] });
  expect(row?.state).toBe("noUser");
  expect(row?.inTokens.possible.size).toBe(adminRoles.size);
});

test("an account whose client isn't known may have all that it holds", () => {
  const [row] = makeRows([{ clientId: "api", mapped: both }], { clients: new Map() });
  expect(row?.state).toBe("unlinked");
  expect([...(row?.inTokens.possible ?? [])].sort()).toEqual(both);
});

test("an account without admin roles lacks none of them", () => {
  const [row] = makeRows([{ clientId: "api", isClientEnabled: false }]);
  expect(row?.carried).toBe("all");
});

test("a realm has that client scope as soon as one of its clients has it", () => {
  const survey = makeSurvey([{ clientId: "a" }, { clientId: "b" }]);
  expect(hasAdminClientScope(survey)).toBe(false);
  const clients = new Map(survey.clients);
  const b = clients.get(accountName("b"));
  if (b !== undefined) clients.set(accountName("b"), { ...b, adminClientScope: "default" });
  expect(hasAdminClientScope({ clients })).toBe(true);
});
