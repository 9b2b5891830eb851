/**
 * The file name of the console's own entry script, such as "main-CB1rIpj1.js": its hash identifies
 * the version of Keycloak, which isn't given anywhere else in the page.
 *
 * @see [The console's page](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export function entryScriptName(scripts: Iterable<{ readonly src: string }>): string | undefined {
  for (const { src } of scripts) {
    const name = /\/(main-[^/]+\.js)$/.exec(src)?.[1];
    // The theme's own entry script has a similar name, in its own folder.
    if (name !== undefined && src.includes("/assets/")) return name;
  }
  return undefined;
}
