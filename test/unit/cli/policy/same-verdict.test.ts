/** The tab, `check` and `report` say the same of a client and a policy: 300 generated pairs. */
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { stringify } from "yaml";
import { adminClientId } from "../../../../src/access/model/admin-client-id.ts";
import { outermostRoles } from "../../../../src/access/model/resolve-roles.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { denialOf, verdictOnHeld } from "../../../../src/access/policy/built-in.ts";
import type { Policy } from "../../../../src/access/policy/policy.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { type Preset, presets } from "../../../../src/catalog/presets/presets.ts";
import { readPolicy } from "../../../../src/cli/policy/limits.ts";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

/** The policy that the tab was built with. */
let built: Policy | undefined;

vi.mock("../../../../src/access/policy/built-in-policy.ts", () => ({
  get builtInPolicy() {
    return built;
  },
}));

const folder = makeTestFolder();

afterEach(() => vi.unstubAllGlobals());

const server = "https://kc.example.org";
const token = "everything";

const realms = ["demo", "master"] as const;
const clientIds = ["api", "Billing", "https://a/?b=c", "__proto__", "123"] as const;
const roleNames = [
  ...["view-users", "query-users", "manage-users", "view-events", "manage-realm"],
  ...["realm-admin", "view-clients"],
];
const realmRoleNames = ["admin", "create-realm"];
const presetIds = presets.filter(({ onlyIn }) => onlyIn === undefined).map(({ id }) => id);

const few = <Value>(values: readonly Value[], most: number) =>
  fc.subarray([...values], { maxLength: most });

const anyScope = fc
  .tuple(
    fc.constantFrom(...realms.map((realm) => ({ realm })), { everyRealm: true as const }),
    fc.constantFrom(...clientIds.map((client) => ({ client })), { everyClient: true as const }),
  )
  .map(([realm, client]) => ({ ...realm, ...client }));

const anyNames = fc
  .record({
    presets: few(presetIds, 2),
    roles: few([...roleNames, ...realmRoleNames], 2),
  })
  .filter((it) => it.presets.length + it.roles.length > 0);

const anyUntil = fc.constantFrom(undefined, "2024-02-29", "9999-12-31");

const anyPermission = fc.tuple(anyScope, anyNames, anyUntil).map(([scope, names, until]) => ({
  ...scope,
  ...names,
  reason: "r",
  ...(until ? { until } : {}),
}));

const anyProhibition = fc
  .tuple(anyScope, anyNames)
  .map(([scope, names]) => ({ ...scope, ...names, reason: "no" }));

const anyPair = fc.record({
  realm: fc.constantFrom(...realms),
  clientId: fc.constantFrom(...clientIds),
  held: few(roleNames, 3),
  heldOfRealm: few(realmRoleNames, 1),
  preset: fc.constantFrom(...presets.filter(({ id }) => presetIds.includes(id))),
  policy: fc.record({
    version: fc.constant(1),
    allow: fc.array(anyPermission, { maxLength: 4 }),
    forbid: fc.array(anyProhibition, { maxLength: 1 }),
  }),
});

type Pair = typeof anyPair extends fc.Arbitrary<infer Value> ? Value : never;

/** A Keycloak whose client holds what the pair says. */
function makeServer({ realm, clientId, held, heldOfRealm }: Pair) {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token, realmRoles: ["admin"] });
  const place = realm === "master" ? keycloak.master : keycloak.makeRealm(realm);
  place.makeAdministrator({
    token,
    ...(realm === "master" ? { realmRoles: ["admin"] } : { adminRoles: ["realm-admin"] }),
  });
  const clientUuid = place.makeClient({ clientId, serviceAccountsEnabled: true });
  const userId = place.serviceAccountUserId(clientUuid) ?? "";
  place.mapRoles(userId, [
    ...rolesThere(realm, held).map((name) => place.findRole(name, place.adminClientUuid).id),
    ...rolesOfRealm(realm, heldOfRealm).map((name) => place.findRole(name).id),
  ]);
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) =>
    String(input).endsWith("/token")
      ? Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 })
      : keycloak.fetch(input, init),
  );
  return { clientUuid };
}

/** In `master` there is no realm-admin, and elsewhere no realm role that gives power. */
const rolesThere = (realm: string, names: readonly string[]) =>
  names.filter((name) => realm !== "master" || name !== "realm-admin");
const rolesOfRealm = (realm: string, names: readonly string[]) => (realm === "master" ? names : []);

const asFile = (
  { realm, clientId }: Pair,
  roles: readonly string[],
  realmRoles: readonly string[],
) =>
  folder.write(
    "realm.json",
    JSON.stringify({
      realm,
      clients: [
        { clientId, serviceAccountsEnabled: true },
        ...(realm === "master" ? [{ clientId: "master-realm" }] : []),
      ],
      users: [
        {
          username: `service-account-${clientId.toLowerCase()}`,
          serviceAccountClientId: clientId,
          clientRoles: { [adminClientId(realm === "master", realm)]: roles },
          realmRoles,
        },
      ],
    }),
  );

/** What is said of the client: the roles that it isn't allowed, by name order. */
type Said = readonly string[];

async function saidByCheck(pair: Pair, policy: string, file: string): Promise<Said> {
  const { output, errors } = await runPresets(["check", file, "--policy", policy, "--json"]);
  expect(errors).not.toContain("unexpectedly");
  const excess: { clientId: string; roles: string[]; administers: string }[] =
    JSON.parse(output).exceeding;
  return excess
    .filter((it) => it.clientId === pair.clientId && it.administers === pair.realm)
    .flatMap(({ roles }) => roles)
    .sort();
}

async function saidByReport({ realm, clientId }: Pair, policy: string): Promise<Said> {
  const words = ["report", "--server", server, "--client", "x", "--realm", realm];
  const run = await runPresets([...words, "--policy", policy, "--json"], {
    environment: { CLIENT_SECRET: "secret" },
  });
  const entries: { clientId: string; notAllowed: string[] }[] = JSON.parse(run.output);
  return entries
    .filter((it) => it.clientId === clientId)
    .flatMap(({ notAllowed }) => notAllowed)
    .sort();
}

async function readInTab({ realm }: Pair, clientUuid: string): Promise<Snapshot> {
  const isMaster = realm === "master";
  const tokens = { accessToken: async () => token, forgetToken: () => undefined };
  const state = await readClientState(createAdminApi(server, realm, tokens), {
    ...{ clientUuid, isMaster, loginRealm: realm, clientIdHint: undefined, asksClientScope: false },
    adminClientId: adminClientId(isMaster, realm),
  });
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  return state.snapshot;
}

const saidByTab = (snapshot: Snapshot): Said =>
  outermostRoles(verdictOnHeld(snapshot)?.beyond ?? [])
    .map(({ name }) => name)
    .sort();

/** Whether the tab offers the preset, as far as the policy decides: where it isn't held. */
const isOffered = (snapshot: Snapshot, preset: Preset) =>
  presetStates(snapshot).find((it) => it.preset === preset)?.status.kind !== "notAllowed";

test("the tab, check and report give equal verdicts on 100 pairs of a client and a policy", {
  timeout: 120_000,
}, async () => {
  let refused = 0;
  const check = async (pair: Pair) => {
    const { clientUuid } = makeServer(pair);
    const policy = folder.write("presets.policy.yaml", stringify(pair.policy));
    built = (await readPolicy(policy)).policy;
    const { realm, held, heldOfRealm, preset } = pair;
    const file = asFile(pair, rolesThere(realm, held), rolesOfRealm(realm, heldOfRealm));
    const byCheck = await saidByCheck(pair, policy, file);
    const byReport = await saidByReport(pair, policy);
    const snapshot = await readInTab(pair, clientUuid);
    expect({ byReport, byTab: saidByTab(snapshot) }).toEqual({ byReport: byCheck, byTab: byCheck });
    const alone = asFile(
      pair,
      preset.roles.map(({ name }) => name),
      [],
    );
    const isAllowed = (await saidByCheck(pair, policy, alone)).length === 0;
    expect(denialOf(preset, snapshot) === undefined).toBe(isAllowed);
    if (isAllowed) expect(isOffered(snapshot, preset)).toBe(true);
    if (byCheck.length > 0) refused += 1;
  };
  await fc.assert(fc.asyncProperty(anyPair, check), { numRuns: 100 });
  // Neither of the answers is rare.
  expect(refused).toBeGreaterThan(16);
  expect(refused).toBeLessThan(97);
});
