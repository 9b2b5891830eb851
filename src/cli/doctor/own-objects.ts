import { ownTheme } from "../../catalog/server/own-theme.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readThemeSettings } from "../../keycloak/survey/read-theme-settings.ts";

/** A kind of object that this extension leaves in a realm. */
export interface OwnObject {
  readonly id: string;
  /** What such objects are called. */
  readonly name: string;
  /**
   * Finds those of a realm, each by its name or setting.
   *
   * @returns undefined if the client that signed in may not see them
   * @throws AdminApiError when a request fails
   */
  readonly find: (api: AdminApi) => Promise<readonly string[] | undefined>;
  /** What Keycloak 27 does to them. */
  readonly on27: string;
}

/** All kinds of objects that this extension leaves in a realm. A new kind is an entry here. */
export const ownObjects: readonly OwnObject[] = [
  {
    id: "themes",
    name: "Theme settings",
    find: async (api) => {
      const settings = await readThemeSettings(api);
      return (
        settings &&
        [...settings].flatMap(([type, theme]) => (theme === ownTheme ? [`${type} theme`] : []))
      );
    },
    on27: "Keycloak 27 has no theme keycloak.v2. Realms that chose this extension's theme get Keycloak's own pages, without the tab, until a version of the extension for 27 is installed. The settings stay.",
  },
];
