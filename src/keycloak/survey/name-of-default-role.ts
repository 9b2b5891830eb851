import type { Giver } from "./find-givers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** Makes the function that tells whether a giver is the default role, by the name of that. */
export const isDefaultRole =
  (name: string) =>
  ({ role }: Giver): boolean =>
    role.container === "realm" && role.name === name;

/**
 * The name of the role that every account of the realm is given when it is made. An imported realm may
 * call it otherwise than Keycloak does, which only who may view the realm is told.
 *
 * @see [Default roles](https://www.keycloak.org/docs/latest/server_admin/#default-roles)
 */
export async function nameOfDefaultRole(api: SurveyApi, givers: readonly Giver[]): Promise<string> {
  const { realm } = api;
  const usual = `default-roles-${realm.toLowerCase()}`;
  const isAsked = givers.some(({ role, isComposite }) => isComposite && role.container === "realm");
  if (!isAsked) return usual;
  const found = await api.queue("survey", () => api.realms.findOne({ realm }));
  return found?.defaultRole?.name ?? usual;
}
