import { storeClientId } from "../../access/custom/store-client-id.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { ownTheme } from "../../catalog/server/own-theme.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { readRealmWorkflows } from "../../keycloak/ends/read-ends.ts";
import { countOwnAttributes } from "../../keycloak/survey/count-own-attributes.ts";
import { readThemeSettings } from "../../keycloak/survey/read-theme-settings.ts";
import type { FindingLevel } from "./finding.ts";

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
  /** How it counts that they can't be seen, and what to do about it. */
  readonly unseen: { readonly level: FindingLevel; readonly advice: string };
  /** What Keycloak 27 does to them. */
  readonly on27: string;
  /** How they are removed, and the place of that among the others. */
  readonly removal: { readonly order: number; readonly how: string };
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
    unseen: {
      level: "hidden",
      advice: "Give the client that signs in view-realm for these realms.",
    },
    on27: "Keycloak 27 has no theme keycloak.v2. Realms that chose this extension's theme get Keycloak's own pages, without the tab, until a version of the extension for 27 is installed. The settings stay.",
    removal: {
      order: 4,
      how: "Realm settings, Themes: choose another theme, or none.",
    },
  },
  {
    id: "attributes",
    name: "Attributes of clients",
    find: async (api) => {
      const counts = await countOwnAttributes(api);
      // A marker's name ends in what someone typed.
      return (
        counts && [...counts].map(([name, count]) => `${escapeInvisible(name)} (${count})`).sort()
      );
    },
    unseen: {
      level: "note",
      advice:
        "Give the client that signs in view-clients, which can read all secrets, or look for the attributes owner and review-date of clients, and for those that begin with service-account-presets.custom.",
    },
    on27: "Keycloak keeps attributes of clients, with or without this extension.",
    removal: {
      order: 2,
      how: "Delete the attributes of these clients if nothing else uses them: kcadm.sh get clients/<uuid> -r <realm>, then kcadm.sh update clients/<uuid> -r <realm> -s 'attributes.\"<name>\"='.",
    },
  },
  {
    id: "presets",
    name: "Presets of a realm's own",
    find: async (api) => {
      const store = await readStore(api);
      if (store.kind === "notKnown") return undefined;
      if (store.kind !== "found") return [];
      const count = store.values.size;
      return [`client ${storeClientId} with ${count === 1 ? "1 preset" : `${count} presets`}`];
    },
    unseen: {
      level: "note",
      advice: `Give the client that signs in view-clients, which can read all secrets, or look for a client ${storeClientId}.`,
    },
    on27: "Keycloak keeps the client and its attributes, with or without this extension.",
    removal: {
      order: 3,
      how: `Keep a copy with presets custom export, then delete the client ${storeClientId} under Clients. Roles that came from its presets stay assigned.`,
    },
  },
  {
    id: "workflows",
    name: "Workflows that end roles",
    find: async (api) => {
      const read = await readRealmWorkflows(api);
      if (read.kind === "notVisible") return undefined;
      // Before 26.6, and where the feature is off, there can be none.
      if (read.kind === "unavailable") return [];
      return read.workflows.map(
        ({ clientId, at }) => `roles of ${clientId} end ${dayOf(new Date(at))}`,
      );
    },
    unseen: {
      level: "note",
      advice:
        "Only a realm admin can see workflows. Look for names that begin with service-account-presets under Workflows.",
    },
    on27: "Keycloak runs these workflows itself, with or without this extension: it unassigns the roles on their dates.",
    removal: {
      order: 1,
      how: "Wait until they have ended, or delete them under Workflows: the roles then stay assigned. Their names begin with service-account-presets.",
    },
  },
];
