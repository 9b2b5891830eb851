/** What a realm may store, and how long texts may be. Lengths count characters, not UTF-16 units. */
export const customPresetLimits = {
  presets: 200,
  roles: 200,
  name: 80,
  purpose: 300,
  /** Of a role's name and of a client ID: Keycloak's own limit. */
  roleName: 255,
  formerly: 5,
  revision: 1_000_000_000,
  /** Of the value of an attribute, in UTF-16 units. */
  value: 200_000,
  /** Of a file, in bytes. */
  file: 2_000_000,
} as const;

/** The length of a text in characters, as JSON Schema counts it. */
export function lengthOf(text: string): number {
  return [...text].length;
}
