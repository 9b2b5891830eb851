import { adminClientId } from "../../access/model/admin-client-id.ts";
import { toRoleReference } from "../../access/model/snapshot.ts";
import { accountName } from "../../access/survey/survey.ts";
import type { AccountHolder, accountHolders } from "../realm-file/account-holders.ts";
import { type Administered, heldByGroups, powersIn } from "../realm-file/given-powers.ts";
import type { RealmExport } from "../realm-file/realm-export.ts";
import type { Path } from "../source/source.ts";
import type { Cause } from "./cause.ts";

/** The places that assign roles to a user, each with its roles; then its groups. */
function* assignments(
  { clientRoles, realmRoles, groups }: AccountHolder["entries"][number],
  { heldBy, findGroups }: ReturnType<typeof accountHolders>,
) {
  for (const [client, names] of clientRoles) {
    for (const [place, name] of names.entries()) {
      const within: Path = ["clientRoles", client, place];
      yield { within, held: [heldBy({ client, name })] };
    }
  }
  for (const [place, name] of realmRoles.entries()) {
    const within: Path = ["realmRoles", place];
    yield { within, held: [heldBy({ client: undefined, name })] };
  }
  for (const [place, path] of groups.entries()) {
    const within: Path = ["groups", place];
    yield { within, held: heldByGroups(findGroups(path), path, heldBy).map(({ held }) => held) };
  }
}

/** The client of an account, otherwise its first user: whichever the files contain. */
export function causeOfAccount(
  { username, entries }: AccountHolder,
  { clients }: RealmExport,
): Cause | undefined {
  const client = clients.find(({ clientId }) => accountName(clientId) === username);
  // The client of permissions is a copy that shares this object with the parsed content.
  const of = client?.protocolMappers ?? entries[0];
  return of && { of, within: [] };
}

/**
 * Finds why a service account has one of these roles: a role mapping of its user, or one of its
 * groups; otherwise its client, whose new account gets them from Keycloak.
 *
 * @param administers the administered realm
 * @param roles names
 */
export function causeOfRoles(
  exported: RealmExport,
  found: ReturnType<typeof accountHolders>,
  { username, administers }: { readonly username: string; readonly administers: string },
  roles: readonly string[],
): Cause | undefined {
  const holder = found.holders.find((it) => it.username === username);
  if (holder === undefined) return undefined;
  const isMaster = exported.realm === "master";
  const administered: Administered = {
    isMaster: administers === "master",
    adminClient: adminClientId(isMaster, administers),
  };
  // A user without a name isn't in any file: Keycloak creates it for the client.
  const written = holder.entries.filter((it) => it.username || it.serviceAccountClientId);
  for (const of of written) {
    for (const { within, held } of assignments(of, found)) {
      const names = held
        .flatMap((it) => powersIn(it, administered))
        .map((key) => toRoleReference(key).name);
      if (names.some((name) => roles.includes(name))) return { of, within };
    }
  }
  return causeOfAccount(holder, exported);
}
