/**
 * The address of a tab of a realm's settings: `#/{realm}/realm-settings/{tab}`, the same in the consoles of 26.0 and
 * 26.7.
 *
 * @param consoleAddress any address of the console that the panel stands in; what is behind `#` doesn't count
 * @see [RealmSettings route](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/src/realm-settings/routes/RealmSettings.tsx)
 */
export function realmSettingsAddress(
  consoleAddress: string,
  realm: string,
  tab: "events" | "user-registration",
): string {
  const [base = ""] = consoleAddress.split("#");
  return `${base}#/${[realm, "realm-settings", tab].map(encodeURIComponent).join("/")}`;
}
