import { z } from "zod";
import { assignedName, decidingText, dictionary, flag, listOf } from "./lenient-values.ts";
import { authorizationSettings } from "./permission-policy.ts";
import { protocolMappers } from "./protocol-mapper.ts";

const assignedNames = listOf(assignedName);
const assignedByClient = dictionary(assignedNames);
const names = listOf(decidingText);
const namesByClient = dictionary(names);

/** Old exports use `application` for `client`; the server reads it only if `client` is missing. */
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
  attributes: z.unknown().optional(),
});

/**
 * A client as the server reads it: authorization services turn service accounts on, and a missing
 * client ID is replaced by the id.
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

/** Assigned roles in an export: names of realm roles, and names of client roles by client ID. */
export interface ExportedRoles {
  readonly realmRoles: readonly string[];
  readonly clientRoles: ReadonlyMap<string, readonly string[]>;
}

/** A group of an export. */
export interface ExportedGroup extends ExportedRoles {
  readonly id?: string | null | undefined;
  readonly name: string;
  /** Its parent; undefined for a top-level group. */
  readonly parent: ExportedGroup | undefined;
}

const group = z.object({
  id: z.string().nullish(),
  name: decidingText,
  realmRoles: assignedNames,
  clientRoles: assignedByClient,
  subGroups: listOf(z.unknown()),
});

/** All groups of a tree. Not recursive, because the tree may be deeper than the call stack. */
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

/** Members of an organization name their groups by id, including groups of the realm. */
const organization = z.object({
  groups,
  members: listOf(z.object({ username: decidingText.nullish(), groups: names })),
});

const clientScope = z.object({ name: decidingText.nullish(), protocolMappers });

/** The name of a theme; the server's default is used where it is missing or empty. */
const themeName = z
  .string()
  .nullish()
  .transform((name) => name || undefined);

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
  loginTheme: themeName,
  accountTheme: themeName,
  adminTheme: themeName,
  emailTheme: themeName,
});

/**
 * The parts of a realm export that this program reads, with old spellings resolved as by the
 * server. Everything else is ignored.
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
      /** The name of the default role, if the export names it. */
      defaultRole: rest.defaultRole?.name,
      /** The content of that role in addition to its definition. */
      partsOfDefault,
      roles: rest.roles,
      defaultGroups: rest.defaultGroups,
      clients,
      users: rest.users,
      groups: rest.groups,
      organizationGroups: rest.organizations.flatMap((it) => it.groups),
      organizationMembers: rest.organizations.flatMap(({ members }) => members),
      clientScopes: [...rest.clientScopes, ...clientTemplates],
      /** Client scopes of a client without its own list. */
      givenScopes: [...rest.defaultDefaultClientScopes, ...rest.defaultOptionalClientScopes],
      /** Default client scopes of a client without its own list. */
      givenDefaultScopes: rest.defaultDefaultClientScopes,
      /** The chosen themes. */
      themes: {
        login: rest.loginTheme,
        account: rest.accountTheme,
        admin: rest.adminTheme,
        email: rest.emailTheme,
      },
      hasPermissions: rest.adminPermissionsEnabled,
      /** The realm's own field for the client with fine-grained permissions. */
      permissionsClient: rest.adminPermissionsClient ?? undefined,
    };
  },
);

/** The parts of an exported realm, or of a part of one, that affect access. */
export type RealmExport = z.output<typeof realmExportSchema>;
/** A user of an export, service accounts included. */
export type ExportedUser = Pick<
  RealmExport["users"][number],
  "username" | "enabled" | "serviceAccountClientId" | "realmRoles" | "clientRoles" | "groups"
> & { readonly id?: string | null | undefined };
/** A client of an export. */
export type ExportedClient = z.output<typeof client>;
