import { clientIdOfContainer } from "../../access/custom/client-id-of-container.ts";
import type { Grant } from "../../access/model/grant.ts";
import { nameOfGrant } from "../../access/model/grant.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";

/** A role as people know it: a role of another client than that with the admin roles stands with that client's ID. */
export function nameRole({ container, name }: RoleReference): string {
  const clientId = clientIdOfContainer(container);
  return escapeInvisible(clientId === undefined ? name : `${clientId}: ${name}`);
}

/** The role or client scope of a grant; empty for the account itself. */
export function nameGranted(grant: Grant): string {
  return "role" in grant ? nameRole(grant.role) : nameOfGrant(grant);
}
