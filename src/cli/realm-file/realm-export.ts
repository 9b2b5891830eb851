import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { CliError } from "../cli-error.ts";

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

interface ExportedGroup {
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

const realmExport = z.object({
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

/** What of a realm's export tells who holds what. */
export type RealmExport = z.infer<typeof realmExport>;
export type ExportedUser = z.infer<typeof user>;
export type { ExportedGroup };

/**
 * Reads the export of one realm or of several, as JSON or as YAML.
 *
 * @param file name of the file, for the errors
 * @throws CliError where it is none
 * @see [Exporting realms](https://www.keycloak.org/server/importExport)
 */
export function parseRealmExport(text: string, file: string): readonly RealmExport[] {
  let content: unknown;
  try {
    content = /\.ya?ml$/i.test(file) ? parseYaml(text) : JSON.parse(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const [reason, ...more] = message.split("\n");
    throw new CliError(`${file} could not be read: ${reason}`, ...more);
  }
  return (Array.isArray(content) ? content : [content]).map((item) => {
    const parsed = realmExport.safeParse(item);
    if (parsed.success) return parsed.data;
    const issues = z.prettifyError(parsed.error).split("\n");
    throw new CliError(`${file} is no export of a realm:`, ...issues);
  });
}

/** Puts the parts of each realm together: users may have files of their own. */
export function mergeExports(parts: readonly RealmExport[]): readonly RealmExport[] {
  const byRealm = new Map<string, RealmExport>();
  for (const part of parts) {
    const known = byRealm.get(part.realm);
    byRealm.set(part.realm, known === undefined ? part : merge(known, part));
  }
  return [...byRealm.values()];
}

/** A client may be called as something that every object has, such as `constructor`. */
function mergeByClient<Part>(
  ...parts: readonly Readonly<Record<string, readonly Part[]>>[]
): Record<string, Part[]> {
  const byClient = new Map<string, Part[]>();
  for (const [client, items] of parts.flatMap((part) => Object.entries(part))) {
    byClient.set(client, [...(byClient.get(client) ?? []), ...items]);
  }
  return Object.fromEntries(byClient);
}

const merge = (first: RealmExport, second: RealmExport): RealmExport => ({
  realm: first.realm,
  defaultRole: first.defaultRole ?? second.defaultRole,
  roles: {
    realm: [...first.roles.realm, ...second.roles.realm],
    client: mergeByClient(first.roles.client, second.roles.client),
  },
  defaultGroups: [...first.defaultGroups, ...second.defaultGroups],
  clients: [...first.clients, ...second.clients],
  users: [...first.users, ...second.users],
  groups: [...first.groups, ...second.groups],
});
