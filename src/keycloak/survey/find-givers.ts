import type { RoleKey } from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { type ListedRole, parseListedRoles } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A role that gives admin power to whoever has it: an admin role, or a composite one that holds some. */
export interface Giver {
  readonly role: ListedRole;
  /** The admin roles in it, for a composite role; itself for an admin role. */
  readonly gives: readonly RoleKey[];
  readonly isComposite: boolean;
}

/** What a survey is about. */
export interface Administered {
  readonly adminClientUuid: string;
  /** Whether realm roles give admin power too. */
  readonly isMaster: boolean;
}

const key = (container: ContainerKey, name: string): RoleKey => `${container}:${name}`;

/** Names that can't stand in an address: it would lead elsewhere. */
const isAddressable = (name: string) => name !== "." && name !== "..";

/**
 * Finds the roles that give admin power over a realm: its admin roles, composite roles among the roles
 * of the admin client that somebody made, and composite realm roles that hold admin roles, also through
 * each other. Composite roles of other clients are not looked through: their number grows with the
 * clients.
 *
 * @param roles the roles of the admin client
 * @param realmRoles the roles of the realm; none where the person may not read them
 * @param onUnreadable called where the person may list roles and not look into composite ones: up to
 *   Keycloak 26.4 many may do the one, and only who may view the realm the other (measured)
 * @throws AdminApiError when a request fails
 * @see [Composite roles](https://www.keycloak.org/docs/latest/server_admin/#_composite-roles)
 */
export async function findGivers(
  api: SurveyApi,
  administered: Administered,
  roles: readonly ListedRole[],
  realmRoles: readonly ListedRole[],
  onUnreadable: () => void,
): Promise<readonly Giver[]> {
  const { isMaster } = administered;
  const known = roles
    .filter(({ name }) => adminRoles.has(name))
    .map((role): Giver => ({ role, gives: [key("admin", role.name)], isComposite: false }));
  const ofRealm = realmRoles
    .filter(({ name }) => isMaster && masterRealmRoles.has(name))
    .map((role): Giver => ({ role, gives: [key("realm", role.name)], isComposite: false }));
  const composite = [
    ...roles.filter(({ name, isComposite }) => isComposite && !adminRoles.has(name)),
    ...realmRoles.filter(
      ({ name, isComposite }) => isComposite && !(isMaster && masterRealmRoles.has(name)),
    ),
  ].filter(({ name }) => isAddressable(name));
  return [...known, ...ofRealm, ...(await lookThrough(api, administered, composite, onUnreadable))];
}

/** Reads the realm's roles. */
export async function readRealmRoles(api: SurveyApi): Promise<readonly ListedRole[]> {
  const all: ListedRole[] = [];
  await readPages(
    (page) =>
      api.queue("survey", async () => parseListedRoles("realm", await api.roles.find({ ...page }))),
    (roles) => all.push(...roles),
  );
  return all;
}

/** What composite roles hold of admin roles, also where they hold each other. */
async function lookThrough(
  api: SurveyApi,
  { adminClientUuid, isMaster }: Administered,
  composite: readonly ListedRole[],
  onUnreadable: () => void,
): Promise<readonly Giver[]> {
  const parts = new Map(
    await Promise.all(
      composite.map(async (role) => {
        const ask = (request: () => Promise<unknown>, container: ContainerKey) =>
          api
            .queue("survey", async () => parseListedRoles(container, await request()))
            .catch((thrown: unknown) => {
              if (!isForbidden(thrown)) throw thrown;
              onUnreadable();
              return [];
            });
        const { id } = role;
        const [ofClient, ofRealm] = await Promise.all([
          ask(
            () => api.roles.getCompositeRolesForClient({ id, clientId: adminClientUuid }),
            "admin",
          ),
          ask(() => api.roles.getCompositeRolesForRealm({ id }), "realm"),
        ]);
        return [id, [...ofClient, ...ofRealm]] as const;
      }),
    ),
  );
  const givenBy = (id: string, seen: Set<string>): readonly RoleKey[] =>
    (parts.get(id) ?? []).flatMap((part) => {
      if (seen.has(part.id)) return [];
      seen.add(part.id);
      const isPower =
        part.container === "admin"
          ? adminRoles.has(part.name)
          : isMaster && masterRealmRoles.has(part.name);
      const own = isPower ? [key(part.container, part.name)] : [];
      return [...own, ...givenBy(part.id, seen)];
    });
  return composite
    .map((role) => ({
      role,
      gives: [...new Set(givenBy(role.id, new Set([role.id])))],
      isComposite: true,
    }))
    .filter(({ gives }) => gives.length > 0);
}
