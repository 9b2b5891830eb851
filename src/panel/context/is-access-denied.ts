import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";

/** Whether something could not be read since the person may not see it: the server refused, or left it out. */
export function isAccessDenied(thrown: unknown): boolean {
  return thrown instanceof AdminApiError && ["forbidden", "hidden"].includes(thrown.failure);
}
