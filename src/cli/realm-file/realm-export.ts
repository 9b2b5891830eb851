import { z } from "zod";
import { assignedName, decidingText, dictionary, flag, listOf } from "./lenient-values.ts";
import { authorizationSettings } from "./permission-policy.ts";
import { protocolMappers } from "./protocol-mapper.ts";

const assignedNames = listOf(assignedName);
const assignedByClient = dictionary(assignedNames);
const names = listOf(decidingText);
const namesByClient = dictionary(names);

/** Old exports say `application` for `client`; the server reads it only where `client` is missing. */
const composites = z
  .object({ realm: names, client: namesByClient.nullish(), application: namesByClient })
  .transform(({ realm, client, application }) => ({ realm, client: client ?? application }));

const role = z.object({
  id: z.string().nullish(),
  name: decidingText,
  composites: composites.nullish(),
});

const roles = z
  .object({
    realm: listOf(role),
    client: dictionary(listOf(role)).nullish(),
    application: dictionary(listOf(role)),
  })
  .nullish()
  .transform((all) => ({
    realm: all?.realm ?? [],
    client: all?.client ?? all?.application ?? new Map<string, z.infer<typeof role>[]>(),
  }));

const clientSettings = z.object({
  id: z.string().nullish(),
  enabled: flag(true),
  serviceAccountsEnabled: flag(false),
  authorizationServicesEnabled: flag(false),
  publicClient: flag(false),
  bearerOnly: flag(false),
  fullScopeAllowed: flag(true),
  defaultRoles: assignedNames,
  protocolMappers,
  defaultClientScopes: z.array(decidingText).nullish(),
  optionalClientScopes: z.array(decidingText).nullish(),
  clientTemplate: decidingText.nullish(),
  authorizationSettings,
});

/**
 * A client as the server reads it: authorization services turn service accounts on, and a client without a
 * client ID has its id for one.
 */
function asRead(
  { id, authorizationServicesEnabled, ...rest }: z.infer<typeof clientSettings>,
  clientId: string | null | undefined,
) {
  return {
    ...rest,
    id: id ?? "",
    clientId: clientId ?? id ?? "",
    ...(authorizationServicesEnabled && {
      serviceAccountsEnabled: true,
      publicClient: false,
      bearerOnly: false,
    }),
  };
}

const client = clientSettings
  .extend({ clientId: decidingText.nullish() })
  .refine(({ clientId, id }) => (clientId ?? id ?? "") !== "", { message: "has no clientId" })
  .transform(({ clientId, ...settings }) => asRead(settings, clientId));

/** A client of an old export, which calls its client ID `name`. */
const application = clientSettings
  .extend({ name: decidingText })
  .transform(({ name, ...settings }) => asRead(settings, name));

const user = z
  .object({
    id: z.string().nullish(),
    username: decidingText.nullish().transform((name) => name ?? ""),
    enabled: flag(true),
    serviceAccountClientId: decidingText.nullish().transform((clientId) => clientId ?? undefined),
    realmRoles: assignedNames,
    clientRoles: assignedByClient.nullish(),
    applicationRoles: assignedByClient,
    groups: names,
  })
  .transform(({ clientRoles, applicationRoles, ...rest }) => ({
    ...rest,
    clientRoles: clientRoles ?? applicationRoles,
  }));

/** Roles that something of an export is given: role names of the realm, and by client ID those of clients. */
export interface ExportedRoles {
  readonly realmRoles: readonly string[];
  readonly clientRoles: ReadonlyMap<string, readonly string[]>;
}

/** A group of an export. */
export interface ExportedGroup extends ExportedRoles {
  readonly id?: string | null | undefined;
  readonly name: string;
  /** The group that it is below; undefined at the top. */
  readonly parent: ExportedGroup | undefined;
}

const group = z.object({
  id: z.string().nullish(),
  name: decidingText,
  realmRoles: assignedNames,
  clientRoles: assignedByClient,
  subGroups: listOf(z.unknown()),
});

/** All groups of a tree. It may be deeper than functions can call each other, so none calls itself. */
const groups = listOf(z.unknown()).transform((roots, context) => {
  const all: ExportedGroup[] = [];
  const open: { raw: unknown; path: PropertyKey[]; parent: ExportedGroup | undefined }[] =
    roots.map((raw, place) => ({ raw, path: [place], parent: undefined }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { raw, path, parent } = next;
    const parsed = group.safeParse(raw);
    if (!parsed.success) {
      for (const { path: within, message } of parsed.error.issues) {
        context.issues.push({ code: "custom", message, path: [...path, ...within], input: raw });
      }
      return z.NEVER;
    }
    const { subGroups, ...own } = parsed.data;
    const known: ExportedGroup = { ...own, parent };
    all.push(known);
    subGroups.forEach((below, place) => {
      open.push({ raw: below, path: [...path, "subGroups", place], parent: known });
    });
  }
  return all;
});

/** Members of an organization name their groups by id, and those may be groups of the realm too. */
const organization = z.object({
  groups,
  members: listOf(z.object({ username: decidingText.nullish(), groups: names })),
});

const clientScope = z.object({ name: decidingText.nullish(), protocolMappers });

const content = z.object({
  realm: decidingText,
  defaultRole: z.object({ name: decidingText }).nullish(),
  defaultRoles: assignedNames,
  roles,
  defaultGroups: names,
  clients: listOf(client),
  applications: listOf(application),
  oauthClients: listOf(application),
  users: listOf(user),
  groups,
  organizations: listOf(organization),
  clientScopes: listOf(clientScope),
  clientTemplates: listOf(clientScope),
  defaultDefaultClientScopes: names,
  defaultOptionalClientScopes: names,
  adminPermissionsEnabled: flag(false),
  adminPermissionsClient: client.nullish(),
});

/**
 * What this program reads of a realm's export, old spellings as the server resolves them. Everything else in an
 * export is passed over.
 *
 * @see [Exporting realms](https://www.keycloak.org/server/importExport)
 * @see [DefaultExportImportManager](https://github.com/keycloak/keycloak/blob/main/model/storage-private/src/main/java/org/keycloak/storage/datastore/DefaultExportImportManager.java),
 *   convertDeprecatedApplications, convertDeprecatedDefaultRoles
 */
export const realmExportSchema = content.transform(
  ({ applications, oauthClients, clientTemplates, ...rest }) => {
    const clients = [...rest.clients, ...applications, ...oauthClients];
    const isOld = rest.defaultRole === null || rest.defaultRole === undefined;
    const partsOfDefault: ExportedRoles = isOld
      ? {
          realmRoles: rest.defaultRoles,
          clientRoles: new Map(
            clients.map(({ clientId, defaultRoles }) => [clientId, defaultRoles]),
          ),
        }
      : { realmRoles: [], clientRoles: new Map() };
    return {
      realm: rest.realm,
      /** The name of the role that every account has, where the export names it. */
      defaultRole: rest.defaultRole?.name,
      /** What that role includes beside what the roles say. */
      partsOfDefault,
      roles: rest.roles,
      defaultGroups: rest.defaultGroups,
      clients,
      users: rest.users,
      groups: rest.groups,
      organizationGroups: rest.organizations.flatMap((it) => it.groups),
      organizationMembers: rest.organizations.flatMap(({ members }) => members),
      clientScopes: [...rest.clientScopes, ...clientTemplates],
      /** Client scopes of a client that names none. */
      givenScopes: [...rest.defaultDefaultClientScopes, ...rest.defaultOptionalClientScopes],
      hasPermissions: rest.adminPermissionsEnabled,
      /** What the realm itself says of the client that carries fine-grained permissions. */
      permissionsClient: rest.adminPermissionsClient ?? undefined,
    };
  },
);

/** A realm as exported, or a part of one, as far as it tells who holds what. */
export type RealmExport = z.output<typeof realmExportSchema>;
/** A user of an export, service accounts included. */
export type ExportedUser = Pick<
  RealmExport["users"][number],
  "username" | "enabled" | "serviceAccountClientId" | "realmRoles" | "clientRoles" | "groups"
> & { readonly id?: string | null | undefined };
/** A client of an export. */
export type ExportedClient = z.output<typeof client>;
