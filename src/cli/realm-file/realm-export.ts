import { z } from "zod";
import { dictionary, listOf } from "./lenient-values.ts";

const names = listOf(z.string());
const namesByClient = dictionary(names);

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

/** Roles that something of an export is given: role names of the realm, and by client ID those of clients. */
export interface ExportedRoles {
  readonly realmRoles: readonly string[];
  readonly clientRoles: ReadonlyMap<string, readonly string[]>;
}

/** A group of an export. */
export interface ExportedGroup extends ExportedRoles {
  readonly name: string;
  /** The group that it is below; undefined at the top. */
  readonly parent: ExportedGroup | undefined;
}

const group = z.object({
  name: z.string(),
  realmRoles: names,
  clientRoles: namesByClient,
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

/**
 * What this program reads of a realm's export. Everything else in an export is passed over.
 *
 * @see [Exporting realms](https://www.keycloak.org/server/importExport)
 */
export const realmExportSchema = z.object({
  realm: z.string(),
  defaultRole: z.object({ name: z.string() }).optional(),
  roles: z
    .object({ realm: listOf(role), client: dictionary(listOf(role)) })
    .default({ realm: [], client: new Map() }),
  defaultGroups: names,
  clients: listOf(client),
  users: listOf(user),
  groups,
});

/** A realm as exported, or a part of one, as far as it tells who holds what. */
export type RealmExport = z.infer<typeof realmExportSchema>;
/** A user of an export, service accounts included. */
export type ExportedUser = z.infer<typeof user>;
