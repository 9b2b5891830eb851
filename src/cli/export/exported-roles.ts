import { outermostRoles } from "../../access/model/resolve-roles.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { CliError } from "../cli-error.ts";

const master = "master";

/** A client, and the realm that it administers. */
export interface ExportedClient {
  readonly realm: string;
  readonly clientId: string;
  readonly administers: string;
}

/**
 * An admin role by its name: a role of the client with the admin roles, or a realm role of
 * `master`.
 *
 * @throws CliError if Keycloak has no such admin role, or only in `master`
 */
export function singleRole(name: string, { administers }: ExportedClient): RoleReference {
  if (adminRoles.has(name)) return { container: "admin", name };
  if (masterRealmRoles.has(name) && administers === master) return { container: "realm", name };
  throw new CliError(
    masterRealmRoles.has(name)
      ? `The role ${name} is a realm role of master, for clients of master that administer master.`
      : `There is no admin role "${name}". "presets show <preset>" lists the roles of a preset.`,
  );
}

const isOf = (row: AccountRow, { realm, clientId, administers }: ExportedClient) =>
  row.realm === realm && row.administers === administers && row.clientId === clientId;

/**
 * The row of a client's service account.
 *
 * @param where the source, for the error
 * @throws CliError if the service account doesn't exist
 */
export function findAccount(
  rows: readonly AccountRow[],
  client: ExportedClient,
  where: string,
): AccountRow {
  const row = rows.find((it) => isOf(it, client));
  if (row !== undefined) return row;
  const { realm, clientId } = client;
  const known = rows.filter((it) => it.realm === realm).map((it) => it.clientId);
  const others = known.length === 0 ? "none" : [...new Set(known)].join(", ");
  throw new CliError(
    `${where} has no service account of ${clientId} in realm ${realm}. It has: ${others}.`,
  );
}

/**
 * The admin roles of a client's service account, direct and inherited, without those that others
 * include.
 *
 * @param where the source, for the error
 * @throws CliError if the service account doesn't exist or has no admin role
 */
export function heldRoles(
  rows: readonly AccountRow[],
  client: ExportedClient,
  where: string,
): readonly RoleReference[] {
  const { clientId, administers } = client;
  const row = findAccount(rows, client, where);
  if (row.held.length === 0) {
    throw new CliError(`${clientId} has no admin roles of realm ${administers} in ${where}.`);
  }
  return outermostRoles(row.held, row.composites);
}
