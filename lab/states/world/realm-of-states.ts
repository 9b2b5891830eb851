import { quickRealm } from "../../../test/e2e/realm/quick-realm.ts";
import { factors, rolesOfPower, type State } from "../state/factors.ts";
import { billing } from "../state/own-preset.ts";
import type { NumberedState } from "../state/random-states.ts";
import {
  accountOf,
  clientOf,
  managementClient,
  namesOf,
  scopeMappingsOf,
} from "./client-of-state.ts";
import { clientsOfPresets, rolesOfPresets } from "./own-presets.ts";
import { defaultRoleOf, rolesOfRealm, type StockRole } from "./roles-of-realm.ts";

/** Where tokens of a realm with an address of its own say that they come from. */
export const frontendUrl = "https://login.example.org/kc";

/** A year ahead, in seconds: the server refuses every token that was made before. */
const nextYear = () => Math.round(Date.now() / 1000) + 365 * 24 * 60 * 60;

const switchesOf = (realm: State["realm"]) => ({
  enabled: realm !== "disabled",
  sslRequired: realm === "httpsOnly" ? "all" : "none",
  ...(realm === "notBefore" ? { notBefore: nextYear() } : {}),
  ...(realm === "frontendUrl" ? { attributes: { frontendUrl } } : {}),
});

/**
 * A realm with a client for each state, all of the same realm switches, as it is imported. What can't be imported
 * is done afterwards by `makeRealm`.
 *
 * @param stock the admin roles that the server ships with
 */
export function realmOfStates(
  realm: string,
  states: readonly NumberedState[],
  stock: readonly StockRole[],
) {
  const mappings = states.map(scopeMappingsOf);
  const ofClients = mappings.flatMap((it) => it.ofClients);
  const [first] = states;
  const worldRoles = first?.state.roles ?? "stock";
  const { ownsManagement, roles = {}, defaultRole } = rolesOfRealm(realm, worldRoles, stock);
  const ofPresets = rolesOfPresets();
  return {
    ...quickRealm,
    realm,
    ...switchesOf(first?.state.realm ?? "usual"),
    roles: {
      realm: [...(roles.realm ?? []), ...ofPresets.realm],
      client: { ...roles.client, [billing.client]: ofPresets.ofBilling },
    },
    ...(defaultRole === undefined ? {} : { defaultRole }),
    groups: [
      ...factors.power.map((power) => ({
        name: namesOf(power).group,
        path: `/${namesOf(power).group}`,
        clientRoles: { [managementClient]: [...rolesOfPower[power]] },
      })),
      ...ofPresets.groups,
    ],
    clients: [
      ...states.map(clientOf),
      ...(first === undefined ? [] : clientsOfPresets(first.state)),
      ...(ownsManagement ? [{ clientId: managementClient, bearerOnly: true }] : []),
      // Something that calls can ask for.
      { clientId: "fixture", publicClient: false, secret: "secret of a client that is asked for" },
    ],
    scopeMappings: mappings.flatMap((it) => it.ofRealm),
    clientScopeMappings: Object.fromEntries(
      [managementClient, billing.client].map((of) => [
        of,
        ofClients.flatMap(([client, mapping]) => (client === of ? [mapping] : [])),
      ]),
    ),
    users: [
      // With roles of the realm and of a client, since some callers are shown the ones alone.
      {
        ...{ username: "fixture", enabled: true, email: "fixture@example.org" },
        realmRoles: [defaultRoleOf(realm)],
        clientRoles: { [managementClient]: ["view-users"] },
      },
      ...states.flatMap((state) => accountOf(state, defaultRoleOf(realm)) ?? []),
    ],
  };
}
