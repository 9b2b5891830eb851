/** What reads the presets of a realm, loaded once the client is shown. */

export { escapeInvisible } from "../../formats/escape-invisible.ts";
export { readRealmPresets } from "../../keycloak/custom/read-realm-presets.ts";
