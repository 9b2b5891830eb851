/** The addresses that the server gives its console. */
export interface Environment {
  /** The base address of the console and the Admin API, with its relative path. */
  readonly adminBaseUrl: string;
  /** The base address of the login, with its relative path. */
  readonly authServerUrl: string;
  /** The realm that signs in the administrator. */
  readonly loginRealm: string;
  /** The console's own OpenID Connect client. */
  readonly clientId: string;
  readonly masterRealm: string;
}

/**
 * Reads the console's environment from the element the server writes it into.
 *
 * @param text the text of `<script id="environment">`
 * @returns undefined if its format is unknown
 * @see [index.ftl](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export function parseEnvironment(text: string): Environment | undefined {
  let fields: Map<string, unknown>;
  try {
    fields = new Map(Object.entries(JSON.parse(text)));
  } catch {
    return undefined;
  }
  const texts = ["adminBaseUrl", "authServerUrl", "realm", "clientId", "masterRealm"].map((name) =>
    fields.get(name),
  );
  if (!texts.every((value): value is string => typeof value === "string" && value !== "")) {
    return undefined;
  }
  const [adminBaseUrl = "", authServerUrl = "", loginRealm = "", clientId = "", masterRealm = ""] =
    texts;
  if (!URL.canParse(adminBaseUrl) || !URL.canParse(authServerUrl)) return undefined;
  return { adminBaseUrl, authServerUrl, loginRealm, clientId, masterRealm };
}
