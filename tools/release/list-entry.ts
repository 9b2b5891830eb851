import type { Project } from "../build/make-sbom.ts";
import type { Repository } from "./repository.ts";

/**
 * Writes the entry of Keycloak's list of extensions: a file in the folder `extensions` of the repository of
 * Keycloak's website. The site reads more fields, but entries have these three.
 *
 * @see [how the site reads it](https://github.com/keycloak/keycloak-web/blob/main/src/main/java/org/keycloak/webbuilder/Extensions.java)
 * @see [an entry](https://github.com/keycloak/keycloak-web/blob/main/extensions/kcwarden.json)
 */
export function listEntry({ description }: Project, { url }: Repository): string {
  const entry = { name: "Service account presets", description, website: url };
  return `${JSON.stringify(entry, undefined, 2)}\n`;
}
