import type { RoleSource } from "../../keycloak/client/read-role-sources.ts";

/**
 * The address of the stock page of a group or a role: `#/{realm}/groups/{id}`, `#/{realm}/roles/{id}/details` or
 * `#/{realm}/clients/{uuid}/roles/{id}/details`.
 *
 * @param consoleAddress any address of the console that the panel stands in; what is behind `#` doesn't count
 */
export function sourceAddress(
  consoleAddress: string,
  realm: string,
  { kind, id, clientUuid }: Pick<RoleSource, "kind" | "id" | "clientUuid">,
): string {
  const [base = ""] = consoleAddress.split("#");
  const ofRole = [
    ...(clientUuid === undefined ? [] : ["clients", clientUuid]),
    "roles",
    id,
    "details",
  ];
  const steps = [realm, ...(kind === "group" ? ["groups", id] : ofRole)];
  return `${base}#/${steps.map(encodeURIComponent).join("/")}`;
}
