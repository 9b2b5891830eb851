import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { PowerKind } from "../../access/policy/policy.ts";
import { accountName } from "../../access/survey/survey.ts";
import type { Cause } from "../places/cause.ts";
import { type AccountHolder, type accountHolders, isInGroup } from "./account-holders.ts";
import { type PolicyHolder, permissionsNaming } from "./permission-policy.ts";
import { usualPermissionsClient } from "./permissions-client.ts";
import { callerEffectOf, type ProtocolMapper, subjectEffectOf } from "./protocol-mapper.ts";
import type { ExportedClient, RealmExport } from "./realm-export.ts";

/** The kinds in display order. */
export const powerKinds: readonly PowerKind[] = [
  "act-as-user",
  "unknown-mapper",
  "permissions",
  "unknown-policy",
  "unknown-group",
];

/** Access of a service account that doesn't come from roles, or that the file leaves open. */
export interface PowerBesideRoles {
  readonly realm: string;
  readonly clientId: string;
  readonly kind: PowerKind;
  /** The cause in the file. */
  readonly because: string;
  /** The place of the cause. */
  readonly cause: Cause | undefined;
}

/** Whether the access certainly exists; otherwise the file leaves it open. */
export const isTold = (kind: PowerKind) => kind === "act-as-user" || kind === "permissions";

/** The server replaces each space in the name of a client scope with an underscore. */
const scopeName = (name: string) => name.replaceAll(" ", "_");

/**
 * The names of a client's default and optional client scopes; old exports name one as its template.
 */
function scopesOf(client: ExportedClient, { givenScopes }: RealmExport): ReadonlySet<string> {
  const { defaultClientScopes: first, optionalClientScopes: second, clientTemplate } = client;
  const isNamed = (first ?? second ?? undefined) !== undefined;
  const named = isNamed ? [...(first ?? []), ...(second ?? [])] : givenScopes;
  return new Set([...named, ...(clientTemplate ? [clientTemplate] : [])].map(scopeName));
}

/** The mappers of a client's tokens: its own, and those of its client scopes. */
function mappersOf(client: ExportedClient, exported: RealmExport) {
  const scopes = scopesOf(client, exported);
  return [
    ...client.protocolMappers.map((mapper) => ({ mapper, of: "its client" })),
    ...exported.clientScopes
      .filter(({ name }) => name !== null && name !== undefined && scopes.has(scopeName(name)))
      .flatMap(({ name, protocolMappers }) =>
        protocolMappers.map((mapper) => ({ mapper, of: `client scope ${name}` })),
      ),
  ];
}

function ofMapper(
  mapper: ProtocolMapper,
  of: string,
): Pick<PowerBesideRoles, "kind" | "because" | "cause">[] {
  const cause = { of: mapper, within: [] };
  const named = `mapper ${mapper.name ?? "without a name"} of ${of}`;
  switch (subjectEffectOf(mapper)) {
    case "none":
      return [];
    case "replaced":
      return [
        { kind: "act-as-user", because: `${named} writes sub and so chooses the user`, cause },
      ];
    case "notKnown":
      return [
        {
          kind: "unknown-mapper",
          because: `${named} may write sub: its type ${mapper.protocolMapper ?? "is missing"} isn't known`,
          cause,
        },
      ];
  }
}

/**
 * The IDs of the clients whose policies may count: the client of the permissions, and for older
 * ones the admin client.
 */
const clientsOfPolicies = ({ realm, hasPermissions, permissionsClient }: RealmExport) =>
  new Set([
    ...(hasPermissions ? [permissionsClient?.clientId ?? usualPermissionsClient] : []),
    adminClientId(realm === "master", realm),
  ]);

/** An account, with everything that policies can use to name it. */
function policyHolder(
  holder: AccountHolder,
  client: ExportedClient | undefined,
  exported: RealmExport,
  { findGroups }: ReturnType<typeof accountHolders>,
): PolicyHolder {
  const { roles } = exported;
  const mappers = client === undefined ? [] : mappersOf(client, exported);
  const effects = new Set(mappers.map(({ mapper }) => callerEffectOf(mapper)));
  const held = holder.holdings.flatMap((it) => [...it.held]);
  const ofClients = held.flatMap(([of, names]) =>
    names.map((name) => (of === undefined ? name : `${of}/${name}`)),
  );
  const idsOf = (of: string | undefined, list: (typeof roles)["realm"]) => {
    const names = new Set(held.filter(([it]) => it === of).flatMap(([, all]) => all));
    return list.flatMap(({ id, name }) => (names.has(name) && id ? [id] : []));
  };
  const ids = [
    ...idsOf(undefined, roles.realm),
    ...[...roles.client].flatMap(([of, list]) => idsOf(of, list)),
  ];
  return {
    caller: effects.has("replaced") ? "replaced" : effects.has("notKnown") ? "notKnown" : "none",
    clients: new Set(client === undefined ? [] : [client.clientId, client.id]),
    users: new Set([
      holder.username,
      ...holder.entries.flatMap(({ id, username }) => [
        username.toLowerCase(),
        ...(id ? [id] : []),
      ]),
    ]),
    isIn: (path, withBelow) => isInGroup(holder, findGroups(path), withBelow),
    roles: new Set([...ofClients, ...ids]),
  };
}

const causeOf = (of: object | undefined): Cause | undefined => of && { of, within: [] };

/** The place that puts an account into a group. */
function causeOfGroup({ entries }: AccountHolder, path: string): Cause | undefined {
  const of = entries.find(({ groups }) => groups.includes(path));
  return of === undefined
    ? causeOf(entries[0])
    : { of, within: ["groups", of.groups.indexOf(path)] };
}

/**
 * Finds access of an export's service accounts that doesn't come from roles, including what the
 * export leaves open: protocol mappers that write the user's id into a token, fine-grained
 * permissions, and groups that are not in the export.
 */
export function powersBesideRoles(
  exported: RealmExport,
  found: ReturnType<typeof accountHolders>,
): readonly PowerBesideRoles[] {
  const { realm, clients } = exported;
  const policyClients = clientsOfPolicies(exported);
  const policies = clients
    .filter(({ clientId }) => policyClients.has(clientId))
    .flatMap(({ authorizationSettings }) => authorizationSettings?.policies ?? []);
  const byAccount = new Map<string, ExportedClient[]>();
  for (const client of clients) {
    const username = accountName(client.clientId);
    byAccount.set(username, [...(byAccount.get(username) ?? []), client]);
  }
  return found.holders.flatMap((holder) => {
    const own = byAccount.get(holder.username) ?? [];
    const clientId = holder.clientId ?? own[0]?.clientId ?? holder.username;
    const permissions =
      policies.length === 0
        ? []
        : permissionsNaming(policies, policyHolder(holder, own[0], exported, found));
    const powers: readonly Pick<PowerBesideRoles, "kind" | "because" | "cause">[] = [
      ...own
        .flatMap((client) => mappersOf(client, exported))
        .flatMap(({ mapper, of }) => ofMapper(mapper, of)),
      ...permissions.map(({ permission, policy, isKnown }) => ({
        kind: isKnown ? ("permissions" as const) : ("unknown-policy" as const),
        because: isKnown
          ? `permission ${permission} applies by policy ${policy}`
          : `permission ${permission} depends on policy ${policy}, which files can't decide`,
        cause: causeOf(policies.find(({ name }) => name === permission)),
      })),
      ...holder.unknownGroups.map((path) => ({
        kind: "unknown-group" as const,
        because: `it is a member of ${path}, a group that isn't in any of the files`,
        cause: causeOfGroup(holder, path),
      })),
    ];
    return powers.map((power) => ({ realm, clientId, ...power }));
  });
}
