import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readGroupSources } from "../../../../src/keycloak/client/read-group-sources.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let userId: string;
let above: string;
let group: string;

beforeEach(() => {
  served = serveKeycloak();
  const { realm } = served;
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = realm.serviceAccountUserId(clientUuid) ?? "";
  above = realm.makeGroup("Everyone");
  group = realm.makeGroup("Automation", above);
  realm.joinGroup(userId, group);
  assign(above, "view-events", "view-clients");
});

afterEach(() => vi.unstubAllGlobals());

const ofAdmin = (name: string) => served.realm.findRole(name, served.realm.adminClientUuid).id;

const assign = (to: string, ...names: readonly string[]) =>
  served.realm.mapRoles(to, names.map(ofAdmin));

/** What the groups give, by their names. */
async function readGiven(most = 10) {
  const { found, isWhole } = await readGroupSources(
    served.apiOf(),
    userId,
    {
      adminClient: {
        clientUuid: served.realm.adminClientUuid,
        clientId: "realm-management",
        authorizationServicesEnabled: false,
      },
      isMaster: false,
    },
    most,
  );
  return {
    isWhole,
    given: Object.fromEntries(found.map(({ name, gives }) => [name, [...gives].sort()])),
  };
}

const everyone = ["admin:query-clients", "admin:view-clients", "admin:view-events"];

/** The server counts what the upper group gives as the lower one's too. */
function tellAsUpTo265(...ownNames: readonly string[]): void {
  const names = [...ownNames, "query-clients", "view-clients", "view-events"];
  served.faults.push({
    request: new RegExp(`^GET /groups/${group}/role-mappings/clients/.*/composite`),
    fault: answering(
      200,
      names.map((name) => ({ id: ofAdmin(name), name, composite: false })),
    ),
  });
}

test("each group gives its own roles, and one request tells of each", async () => {
  assign(group, "view-realm");
  expect(await readGiven()).toEqual({
    isWhole: true,
    given: { Automation: ["admin:view-realm"], Everyone: everyone },
  });
  expect(served.sent).toHaveLength(4);
});

test("a role that two groups give comes from both", async () => {
  assign(group, "view-events");
  expect((await readGiven()).given).toEqual({
    Automation: ["admin:view-events"],
    Everyone: everyone,
  });
});

test("where the server counts the upper group's roles as the lower one's, only what is assigned to that comes from it", async () => {
  assign(group, "view-realm", "view-events");
  tellAsUpTo265("view-realm");
  expect(await readGiven()).toEqual({
    isWhole: true,
    given: { Automation: ["admin:view-events", "admin:view-realm"], Everyone: everyone },
  });
});

test("what is in composite roles of the lower group comes from it too", async () => {
  assign(group, "view-clients");
  tellAsUpTo265();
  expect(await readGiven()).toEqual({
    isWhole: true,
    given: { Automation: ["admin:query-clients", "admin:view-clients"], Everyone: everyone },
  });
});

test("if a composite role of the lower group can't be looked into, nothing of the upper one's is said to come from it", async () => {
  const bundle = served.realm.makeRealmRole("ops-bundle");
  served.realm.addComposites(bundle.id, [ofAdmin("view-events")]);
  served.realm.mapRoles(group, [bundle.id, ofAdmin("view-realm")]);
  tellAsUpTo265("view-realm");
  served.faults.push({
    request: new RegExp(`^GET /roles-by-id/${bundle.id}/composites`),
    fault: answering(403),
  });
  expect(await readGiven()).toEqual({
    isWhole: false,
    given: { Automation: ["admin:view-realm"], Everyone: everyone },
  });
});

test("where there are more groups than are looked into, a group's roles are those that are assigned to it", async () => {
  tellAsUpTo265();
  expect(await readGiven(1)).toEqual({ isWhole: false, given: { Automation: [] } });
});
