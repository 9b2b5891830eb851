import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { fieldsOf } from "../api/parse-answers.ts";

/**
 * Reads whether the user of a service account is enabled. It is found by its id, so that nothing is made.
 *
 * @returns undefined where the administrator may not see the user
 * @throws AdminApiError when the request fails for another reason
 */
export async function readAccountEnabled(
  { users, call }: AdminApi,
  id: string,
): Promise<boolean | undefined> {
  try {
    const enabled = await call("readServiceAccount", async () => {
      const found: unknown = await users.findOne({ id });
      return found === null || found === undefined ? undefined : fieldsOf(found).get("enabled");
    });
    return typeof enabled === "boolean" ? enabled : undefined;
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}
