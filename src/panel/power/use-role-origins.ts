import { useCallback } from "react";
import type { AdminEvent, EventSettings } from "../../access/model/admin-event.ts";
import {
  type Origin,
  originOfMembership,
  originOfRole,
  originTypes,
} from "../../access/origin/origin.ts";
import type { RoleSource } from "../../keycloak/client/read-role-sources.ts";
import type { Actor } from "../../keycloak/events/read-actors.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";

/** An assigned role or a group that gives roles. */
export type Given = Pick<RoleSource, "kind" | "id" | "name" | "clientUuid">;

/** Something that an account was given, and how it came to it. */
export interface GivenOrigin {
  readonly given: Given;
  readonly origin: Origin;
}

/** How an account came to its roles. */
export interface RoleOrigins {
  /** Undefined where the administrator may not see events. */
  readonly origins: readonly GivenOrigin[] | undefined;
  /** How many events were read, where there are more. */
  readonly limit: number | undefined;
  /** What the realm keeps now; undefined where that may not be seen. */
  readonly settings: EventSettings | undefined;
  /** Who made the writes, by user id. */
  readonly actors: ReadonlyMap<string, Actor>;
}

function originOf(given: Given, events: readonly AdminEvent[], userId: string): GivenOrigin {
  const { kind, id, clientUuid } = given;
  const origin =
    kind === "group"
      ? originOfMembership(events, userId, { id })
      : originOfRole(events, userId, clientUuid ?? "realm", (role) => role.id === id);
  return { given, origin };
}

/**
 * Reads who assigned roles to an account and added it to groups, once that is asked for.
 *
 * @param all what it was given; undefined as long as nobody asks
 */
export function useRoleOrigins(
  userId: string,
  all: readonly Given[] | undefined,
): AsyncState<RoleOrigins> {
  const { adminBaseUrl, realm, loginRealm, tokens } = usePanelContext();
  const key = all === undefined ? undefined : JSON.stringify(all);
  const read = useCallback(
    async (signal: AbortSignal): Promise<RoleOrigins> => {
      const asked: readonly Given[] = JSON.parse(key ?? "[]");
      // With what dialogs need of the Admin API: apart, it would cut what the opened tab loads into more pieces.
      const parts = await import("../presets/dialogs.ts");
      const api = parts.createAdminApi(adminBaseUrl, realm, tokens);
      const query = { resourcePath: `users/${userId}/*`, resourceTypes: originTypes };
      const [found, settings] = await Promise.all([
        parts.readAdminEvents(api, query, { signal }),
        parts.readEventSettings(api),
      ]);
      const origins = found && asked.map((given) => originOf(given, found.events, userId));
      const named = (origins ?? []).flatMap(({ origin }) =>
        origin.kind === "recorded" ? [origin.event] : [],
      );
      return {
        origins,
        limit: found?.isComplete === false ? found.events.length : undefined,
        settings,
        actors: await parts.readActors(api, loginRealm, named),
      };
    },
    [userId, key, adminBaseUrl, realm, loginRealm, tokens],
  );
  return useAsync(key === undefined ? undefined : read).state;
}
