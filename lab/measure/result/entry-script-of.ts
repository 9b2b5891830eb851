/**
 * The file name of the console's own entry script, which carries a hash of its content and so
 * differs from version to version.
 *
 * @see [Theme's index.ftl of the admin console](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export async function entryScriptOf(baseUrl: string): Promise<string> {
  const page = await (await fetch(`${baseUrl}/admin/master/console/`)).text();
  const name = /<script\b[^>]*\bsrc="[^"]*\/(main-[\w-]+\.js)"/.exec(page)?.[1];
  if (name === undefined)
    throw new Error("The console's page has no entry script named main-*.js.");
  return name;
}
