import { changesUntil, type TargetVersion } from "../../catalog/server/coming-changes.ts";
import { ownTheme } from "../../catalog/server/own-theme.ts";
import type { ReadinessProblem, ReadinessVerdict } from "./readiness-problem.ts";

/** The types of themes that a realm or a client chooses. */
export const themeTypes = ["login", "account", "admin", "email"] as const;
/** A type of themes. */
export type ThemeType = (typeof themeTypes)[number];

/** The chosen themes by type; a type without one uses the server's default. */
export type ChosenThemes = ReadonlyMap<ThemeType, string>;

/** The key of a theme of a type. */
export const themeKey = (type: ThemeType, name: string) => `${type}/${name}`;

/** The parents of themes, by {@link themeKey}; undefined for a theme without one. */
export type ThemeParents = ReadonlyMap<string, string | undefined>;

/** A theme that is removed, or that may be. */
export interface ThemeProblem extends ReadinessProblem<"themes"> {
  readonly type: ThemeType;
  readonly theme: string;
  /** The removed theme that it inherits from; undefined if it is removed itself, or if that isn't known. */
  readonly parent: string | undefined;
}

/**
 * Keycloak's own themes, and what takes their place in Keycloak 27; undefined for those that stay. The login theme
 * `keycloak` is deprecated, and no release is named that removes it.
 *
 * @see [Login theme, issue 52342](https://github.com/keycloak/keycloak/issues/52342)
 * @see [Admin theme, issue 52343](https://github.com/keycloak/keycloak/issues/52343)
 * @see [Account theme, issue 52344](https://github.com/keycloak/keycloak/issues/52344)
 * @see [Old login theme, issue 43241](https://github.com/keycloak/keycloak/issues/43241)
 */
const stockThemes: ReadonlyMap<string, string | undefined> = new Map([
  [themeKey("login", "keycloak.v2"), "keycloak.v3"],
  [themeKey("login", "base"), undefined],
  [themeKey("account", "keycloak.v3"), "keycloak.v4"],
  [themeKey("account", "base"), undefined],
  [themeKey("admin", "keycloak.v2"), "keycloak.v3"],
  [themeKey("admin", "base"), undefined],
  [themeKey("email", "keycloak"), undefined],
  [themeKey("email", "base"), undefined],
]);

/** What takes the place of one of Keycloak's own themes in Keycloak 27. */
export const successorOf = (type: ThemeType, name: string) => stockThemes.get(themeKey(type, name));

/** The parents of the themes of this product. */
export const ownThemeParents: ThemeParents = new Map([
  [themeKey("login", ownTheme), "keycloak.v2"],
  [themeKey("account", ownTheme), "keycloak.v3"],
  [themeKey("admin", ownTheme), "keycloak.v2"],
  [themeKey("email", ownTheme), "keycloak"],
]);

/** The first of Keycloak's own themes that a theme is or inherits from; undefined if none is found. */
function stockThemeOf(type: ThemeType, theme: string, parents: ThemeParents) {
  const seen = new Set<string>();
  let name: string | undefined = theme;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const key = themeKey(type, name);
    if (stockThemes.has(key)) return { name, isKnown: true };
    if (!parents.has(key)) return { name: undefined, isKnown: false };
    name = parents.get(key);
  }
  return { name: undefined, isKnown: true };
}

/**
 * Which of the chosen themes a coming version of Keycloak breaks. A realm that names a theme that doesn't exist gets
 * the server's default theme (tried on 26.7.3): naming a stock theme that is removed changes nothing for people. A
 * theme of one's own that inherits from it is lost. Only its files tell what a theme inherits from.
 */
export function themeReadiness(
  chosen: ChosenThemes,
  parents: ThemeParents,
  target: TargetVersion,
): readonly ThemeProblem[] {
  const change = changesUntil(target).get("removesThemes");
  if (change === undefined) return [];
  return [...chosen].flatMap(([type, theme]): readonly ThemeProblem[] => {
    const found = stockThemeOf(type, theme, parents);
    const problem = (verdict: ReadinessVerdict, parent?: string) => {
      return [{ id: "themes" as const, verdict, change, type, theme, parent }];
    };
    if (!found.isKnown) return problem("notKnown");
    const { name } = found;
    if (name === undefined || successorOf(type, name) === undefined) return [];
    return name === theme ? problem("warns") : problem("breaks", name);
  });
}
