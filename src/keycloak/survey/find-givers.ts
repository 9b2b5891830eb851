import {
  type Composites,
  resolveRoles,
  stockComposites,
} from "../../access/model/resolve-roles.ts";
import type { RoleKey } from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type ListedRole, parseListedRoles } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";
import { type PartOfRole, type RoleParts, readComposites } from "./read-composites.ts";
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
  /** Whether the accounts are those of `master`, whatever realm they administer. */
  readonly isInMaster: boolean;
  /** Whether the person is known to lack the right to look into realm roles, which many more may list. */
  readonly areRealmRolesHidden: boolean;
}

/** The roles that give admin power, and what admin roles include on this server. */
export interface FoundGivers {
  readonly givers: readonly Giver[];
  readonly composites: Composites<RoleKey>;
  /** Finds the composite roles that include other roles, by the ids of these; also the default role. */
  readonly compositesWith: (wanted: ReadonlyMap<string, RoleKey>) => readonly Giver[];
}

const key = (container: ContainerKey, name: string): RoleKey => `${container}:${name}`;

/** Names that can't stand in an address: it would lead elsewhere. */
const isAddressable = (name: string) => name !== "." && name !== "..";

/**
 * Finds the roles that give admin power over a realm: its admin roles, composite roles among the roles
 * of the admin client that somebody made, and composite realm roles that hold admin roles, also through
 * each other. What admin roles include is read too: an import may have changed it. Composite roles of other
 * clients are looked through only where one of these includes them: their number grows with the clients.
 *
 * @param roles the roles of the admin client
 * @param realmRoles the roles of the realm; none where the person may not read them
 * @param onUnreadable called where the person may list roles and not look into composite ones: many may do the
 *   one up to Keycloak 26.4, some since 26.7, and only who may view the realm the other (measured)
 * @throws AdminApiError when a request fails
 * @see [Composite roles](https://www.keycloak.org/docs/latest/server_admin/#_composite-roles)
 */
export async function findGivers(
  api: SurveyApi,
  administered: Administered,
  roles: readonly ListedRole[],
  realmRoles: readonly ListedRole[],
  onUnreadable: () => void,
): Promise<FoundGivers> {
  const { isMaster } = administered;
  const isPower = ({ container, name }: PartOfRole) =>
    container === "admin"
      ? adminRoles.has(name)
      : container === "realm" && isMaster && masterRealmRoles.has(name);
  const all = [...roles, ...realmRoles];
  const composite = all
    // What `admin` of `master` includes is everything, and counts as such.
    .filter((role) => role.isComposite && (role.container === "admin" || !isPower(role)))
    .filter(({ name }) => isAddressable(name));
  const parts = await readComposites(api, { ...administered, composite });
  if ([...parts.values()].includes(undefined)) onUnreadable();
  const partsOf = createPartsOf(parts);
  const powersIn = ({ id }: ListedRole): readonly RoleKey[] =>
    partsOf(id).flatMap((part) =>
      part.container !== undefined && isPower(part) ? [key(part.container, part.name)] : [],
    );
  const givers = all.flatMap((role): readonly Giver[] => {
    const own = key(role.container, role.name);
    if (isPower(role)) return [{ role, gives: [own], isComposite: false }];
    const gives = parts.has(role.id) ? powersIn(role) : [];
    return gives.length === 0 ? [] : [{ role, gives, isComposite: true }];
  });
  const composites = composite.filter(isPower).map((role) => {
    const own = key(role.container, role.name);
    const isReadable = parts.get(role.id) !== undefined;
    return [own, isReadable ? powersIn(role) : (stockComposites.get(own) ?? [])] as const;
  });
  const compositesWith: FoundGivers["compositesWith"] = (wanted) =>
    composite.flatMap((role): readonly Giver[] => {
      const gives = partsOf(role.id).flatMap(({ id }) => wanted.get(id) ?? []);
      return gives.length === 0 ? [] : [{ role, gives, isComposite: true }];
    });
  return { givers, composites: new Map(composites), compositesWith };
}

/** Makes the function that tells all that a role includes, to any depth, each once. */
function createPartsOf(parts: RoleParts): (roleId: string) => readonly PartOfRole[] {
  const known = new Map(
    [...parts.values()].flatMap((of) => of ?? []).map((part) => [part.id, part]),
  );
  const included = new Map([...parts].map(([id, of]) => [id, (of ?? []).map((part) => part.id)]));
  return (roleId) =>
    [...resolveRoles(included.get(roleId) ?? [], included)].flatMap((id) => known.get(id) ?? []);
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
