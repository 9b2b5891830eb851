import { type ChosenThemes, themeTypes } from "../../access/readiness/theme-readiness.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf } from "../api/parse-answers.ts";
import { RealmReads } from "../api/realm-reads.ts";

/**
 * Reads which themes a realm has chosen. Types that are left to the server's default are missing.
 *
 * @returns undefined if the realm doesn't show its settings, which takes view-realm or manage-realm
 * @throws AdminApiError when the request fails
 * @see [RealmRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#RealmRepresentation)
 */
export async function readThemeSettings({
  call,
  connection,
}: Pick<AdminApi, "call" | "connection">): Promise<ChosenThemes | undefined> {
  const fields = await call("readRealm", async () =>
    fieldsOf(await new RealmReads(connection).find()),
  );
  // Other administrators see little more than the name.
  if (!fields.has("accessTokenLifespan")) return undefined;
  const chosen = themeTypes.flatMap((type) => {
    const name = fields.get(`${type}Theme`);
    return typeof name === "string" && name !== "" ? [[type, name] as const] : [];
  });
  return new Map(chosen);
}
