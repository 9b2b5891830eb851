import { type HeldRoles, heldRoles, noRoles } from "../model/held-admin-roles.ts";
import { isInScope } from "../model/scope.ts";
import { type Access, type RoleKey, toRoleReference } from "../model/snapshot.ts";
import { type AccountState, canSignIn } from "./account-state.ts";
import type { AccountClient, Survey } from "./survey.ts";

/** The admin roles in a client's scope, where that was asked. */
export type AskedScope = Pick<Access, "inScope" | "unseenScope">;

/** What decides which of its roles an account's tokens carry. */
interface Account {
  readonly state: AccountState | undefined;
  readonly client: AccountClient | undefined;
  readonly effective: ReadonlySet<RoleKey>;
  readonly scope: AskedScope | undefined;
}

const nothing: ReadonlySet<RoleKey> = new Set();

/** How many of the roles that are held the tokens carry; where some may be left out, that isn't known. */
export type Carried = "all" | "some" | "none" | "notKnown";

/** Tells that from the roles in effect, and those in the tokens. */
export function carriedOf(
  effective: ReadonlySet<RoleKey>,
  inTokens: HeldRoles,
  server: Pick<Survey, "roles" | "isMaster">,
): Carried {
  const held = heldRoles(effective, nothing, server).names.size;
  if (held === 0) return "all";
  if (inTokens.possible.size > 0) return "notKnown";
  if (inTokens.names.size === held) return "all";
  return inTokens.names.size === 0 ? "none" : "some";
}

/**
 * The admin roles that an account's calls are allowed by now: none where it can't get a token, or lacks the client
 * scope that the Admin API asks for. Where its client, its account or its scope isn't known, what it holds may count.
 *
 * @param asksForScope whether the realm has that client scope
 * @param now in milliseconds since 1970
 */
export function rolesInTokens(
  { state, client, effective, scope }: Account,
  server: Pick<Survey, "roles" | "isMaster">,
  asksForScope: boolean,
  now: number,
): HeldRoles {
  if (canSignIn(state) === false) return noRoles;
  if (state === "noUser") return heldRoles(nothing, new Set(server.roles.keys()), server);
  if (state !== "active" || client === undefined) return heldRoles(nothing, effective, server);
  if (client.secretExpiresAt !== undefined && client.secretExpiresAt <= now) return noRoles;
  if (asksForScope && client.adminClientScope === undefined) {
    return heldRoles(nothing, effective, server);
  }
  if (asksForScope && client.adminClientScope !== "default") return noRoles;
  if (client.fullScopeAllowed) return heldRoles(effective, nothing, server);
  if (scope === undefined) return heldRoles(nothing, effective, server);
  const withScope = (inScope: boolean | undefined) =>
    new Set([...effective].filter((key) => isInScope(scope, toRoleReference(key)) === inScope));
  return heldRoles(withScope(true), withScope(undefined), server);
}

/**
 * Whether a realm has the client scope that the Admin API asks for: Keycloak gives it to clients of the realm when it
 * makes it, the console's own among them.
 */
export function hasAdminClientScope({ clients }: Pick<Survey, "clients">): boolean {
  return [...clients.values()].some(({ adminClientScope = "none" }) => adminClientScope !== "none");
}
