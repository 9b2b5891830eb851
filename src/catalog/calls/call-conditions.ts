import { type CallTemplate, callKey } from "./call-template.ts";

const ofRealmRole = (instead: string) =>
  `Measured on a realm role; a client role needs ${instead}.`;
const bothKinds =
  "Measured with a role of the same kind; a client role in a realm role, or the other way round, needs manage-clients and manage-realm.";
const ofClient =
  "Measured for the roles of a client; for those of the realm, view-realm is needed too, else the answer is partial.";

/**
 * Additional requirements of calls, depending on their target, in English. Tested on Keycloak
 * 26.7.3.
 */
const conditions = new Map([
  ["GET/roles-by-id/{}", ofRealmRole("view-clients")],
  ["PUT/roles-by-id/{}", ofRealmRole("manage-clients")],
  ["DELETE/roles-by-id/{}", ofRealmRole("manage-clients")],
  ["GET/roles-by-id/{}/composites", ofRealmRole("view-clients")],
  ["GET/roles-by-id/{}/composites/realm", ofRealmRole("view-clients")],
  ["GET/roles-by-id/{}/composites/clients/{}", ofRealmRole("view-clients")],
  ["POST/roles-by-id/{}/composites", `${ofRealmRole("manage-clients")} ${bothKinds}`],
  ["DELETE/roles-by-id/{}/composites", `${ofRealmRole("manage-clients")} ${bothKinds}`],
  ["POST/roles/{}/composites", bothKinds],
  ["DELETE/roles/{}/composites", bothKinds],
  ["POST/clients/{}/roles/{}/composites", bothKinds],
  ["DELETE/clients/{}/roles/{}/composites", bothKinds],
  ["GET/clients/{}/evaluate-scopes/scope-mappings/{}/granted", ofClient],
  ["GET/clients/{}/evaluate-scopes/scope-mappings/{}/not-granted", ofClient],
]);

/** The requirements of a call beyond its measurement; undefined if none are known. */
export function conditionOf(call: CallTemplate): string | undefined {
  return conditions.get(callKey(call));
}
