import { z } from "zod";

const names = z.array(z.string()).default([]);
const namesByClient = z.record(z.string(), z.array(z.string())).default({});

const role = z.object({
  name: z.string(),
  composites: z.object({ realm: names, client: namesByClient }).optional(),
});

const client = z.object({
  id: z.string().default(""),
  clientId: z.string(),
  enabled: z.boolean().default(true),
  serviceAccountsEnabled: z.boolean().default(false),
  publicClient: z.boolean().default(false),
  bearerOnly: z.boolean().default(false),
  fullScopeAllowed: z.boolean().default(true),
});

const user = z.object({
  id: z.string().optional(),
  username: z.string().default(""),
  enabled: z.boolean().default(true),
  serviceAccountClientId: z.string().optional(),
  realmRoles: names,
  clientRoles: namesByClient,
  groups: names,
});

/** A group of an export, with the groups below it. */
export interface ExportedGroup {
  readonly name: string;
  readonly realmRoles: readonly string[];
  readonly clientRoles: Readonly<Record<string, readonly string[]>>;
  readonly subGroups: readonly ExportedGroup[];
}

const group: z.ZodType<ExportedGroup> = z.object({
  name: z.string(),
  realmRoles: names,
  clientRoles: namesByClient,
  get subGroups() {
    return z.array(group).default([]);
  },
});

/**
 * What this program reads of a realm's export. Everything else in an export is passed over.
 *
 * @see [Exporting realms](https://www.keycloak.org/server/importExport)
 */
export const realmExportSchema = z.object({
  realm: z.string(),
  defaultRole: z.object({ name: z.string() }).optional(),
  roles: z
    .object({
      realm: z.array(role).default([]),
      client: z.record(z.string(), z.array(role)).default({}),
    })
    .default({ realm: [], client: {} }),
  defaultGroups: names,
  clients: z.array(client).default([]),
  users: z.array(user).default([]),
  groups: z.array(group).default([]),
});

/** A realm as exported, or a part of one, as far as it tells who holds what. */
export type RealmExport = z.infer<typeof realmExportSchema>;
/** A user of an export, service accounts included. */
export type ExportedUser = z.infer<typeof user>;
