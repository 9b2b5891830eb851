import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { Scene } from "./scene.ts";

/** A change by another person to the objects of a scenario, without going through the proxy. */
export interface Move {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<void>;
  /** Set where nothing of the realm is left: such a case has a realm of its own. */
  readonly endsRealm?: boolean;
}

/** The role that moves: every scenario of moving objects has one of that name. */
export const movingRole = "reader";

async function rolePath({ api, realmPath, adminClientUuid }: Scene): Promise<string> {
  const path = `${realmPath}/clients/${adminClientUuid}/roles`;
  const roles = await api.get<{ id: string; name: string }[]>(path);
  const id = roles.find(({ name }) => name === movingRole)?.id;
  return `${realmPath}/roles-by-id/${id}`;
}

const makeRole = ({ api, realmPath, adminClientUuid }: Scene, name: string) =>
  api.post(`${realmPath}/clients/${adminClientUuid}/roles`, { name });

async function switchAccount(scene: Scene, serviceAccountsEnabled: boolean): Promise<void> {
  await scene.api.put(scene.clientPath, { serviceAccountsEnabled });
}

/** All that may move. */
export const moves: readonly Move[] = [
  {
    name: "role deleted",
    run: async (scene) => scene.api.delete(await rolePath(scene)),
  },
  {
    name: "role renamed",
    run: async (scene) => scene.api.put(await rolePath(scene), { name: "former reader" }),
  },
  {
    name: "role made again",
    run: async (scene) => {
      await scene.api.delete(await rolePath(scene));
      await makeRole(scene, movingRole);
    },
  },
  {
    name: "role renamed and another takes its name",
    run: async (scene) => {
      await scene.api.put(await rolePath(scene), { name: "former reader" });
      await makeRole(scene, movingRole);
    },
  },
  {
    name: "client deleted",
    run: ({ api, clientPath }) => api.delete(clientPath),
  },
  {
    name: "service accounts off",
    run: (scene) => switchAccount(scene, false),
  },
  {
    name: "service accounts off and on",
    run: async (scene) => {
      await switchAccount(scene, false);
      await switchAccount(scene, true);
    },
  },
  {
    name: "client becomes public",
    run: ({ api, clientPath }) =>
      api.put(clientPath, { publicClient: true, serviceAccountsEnabled: false }),
  },
  {
    name: "full scope off",
    // The whole client, as the console puts it: what lacks `serviceAccountsEnabled` makes 26.0 delete
    // the account.
    run: async ({ api, clientPath }) => {
      const client = await api.get<ClientRepresentation>(clientPath);
      await api.put(clientPath, { ...client, fullScopeAllowed: false });
    },
  },
  {
    name: "realm deleted",
    run: ({ api, realmPath }) => api.delete(realmPath),
    endsRealm: true,
  },
];
