const resources = "io.phasetwo.service.resource";

/**
 * Where the addresses of the extension's API begin, and the class behind each: what its two
 * `RealmResourceProviderFactory` make. The class of each of their sub-resources can be told from the
 * code.
 *
 * @see [Extending the server: custom REST endpoints](https://www.keycloak.org/docs/latest/server_development/#_extensions_rest)
 */
export const phaseTwoApi = {
  roots: new Map([
    ["/realms/{realm}/orgs", `${resources}.OrganizationsResource`],
    ["/realms/{realm}/users", `${resources}.UserResource`],
  ]),
  untyped: new Map<string, readonly string[]>(),
};
