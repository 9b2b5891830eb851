import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import type { Translate } from "../../texts/translate.ts";

/**
 * Why a client's secret couldn't be read, where it is a reason of its own: the client has none, or the
 * signed-in administrator may not see it. It says what to do.
 *
 * @param thrown what reading the secret threw
 * @returns undefined for any other failure
 */
export function whyNoSecret(t: Translate, thrown: unknown): string | undefined {
  if (!(thrown instanceof AdminApiError) || thrown.attempt !== "readSecret") return undefined;
  if (thrown.failure === "notFound") return t("connect.secret.none");
  return thrown.failure === "hidden" ? t("connect.secret.masked") : undefined;
}
