/**
 * The modules that the scripts take from the console's page instead of bringing them: the page's import
 * map must have each of them.
 *
 * @see [The console's page](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export const sharedModules = ["react", "react/jsx-runtime", "react-dom"] as const;
