import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { rolesToRead } from "../../access/model/role-content.ts";
import { type RoleContent, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { readRoleContent } from "../../keycloak/client/read-role-content.ts";

/** The roles of a server, as far as their content matters. */
type Offered = Pick<Snapshot, "roles" | "contents" | "adminClient" | "isMaster">;

/** What composite roles hold, of one server or of several realms. */
export interface ContentCache {
  /** The same with what was read of its roles; the same object as long as nothing more is read. */
  readonly tell: <Known extends Offered>(known: Known) => Known;
  /** Reads what the composite ones of the roles hold: each once, and in parallel. */
  readonly read: (api: AdminApi, known: Offered, roles: readonly RoleReference[]) => void;
}

/**
 * Keeps what composite roles hold, read before they are assigned: an imported realm can make them hold more
 * than Keycloak ships them with. Each takes a request, so it is read once a person is about to assign it.
 */
export function useContentCache(): ContentCache {
  // By the role's id: the roles of another realm, and a role that was made again, are others.
  const [found, setFound] = useState<ReadonlyMap<string, RoleContent>>(new Map());
  const begun = useRef(new Set<string>());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const tell = useMemo((): ContentCache["tell"] => {
    const told = new WeakMap<Offered, Offered>();
    return <Known extends Offered>(known: Known): Known => {
      if (found.size === 0) return known;
      const result = (told.get(known) as Known | undefined) ?? withContents(known, found);
      told.set(known, result);
      return result;
    };
  }, [found]);
  const read = useCallback<ContentCache["read"]>((api, known, roles) => {
    for (const role of rolesToRead(roles, known)) {
      if (begun.current.has(role.id)) continue;
      begun.current.add(role.id);
      void readRoleContent(api, role, known)
        .catch((): RoleContent => ({ kind: "notKnown" }))
        .then((content) => {
          if (isShown.current) setFound((before) => new Map(before).set(role.id, content));
        });
    }
  }, []);
  return { tell, read };
}

function withContents<Known extends Offered>(
  known: Known,
  found: ReadonlyMap<string, RoleContent>,
): Known {
  const contents = new Map(known.contents);
  for (const role of known.roles.values()) {
    const content = found.get(role.id);
    if (content !== undefined) contents.set(roleKey(role), content);
  }
  return { ...known, contents };
}

/** What composite roles hold on the server of one client. */
export interface RoleContents {
  /** The snapshot with what was read of its roles. */
  readonly snapshot: Snapshot;
  /** Whether what these roles hold is known, or known to be unreadable. */
  readonly areRead: (roles: readonly RoleReference[]) => boolean;
  /** Reads what the composite ones of these roles hold. */
  readonly read: (roles: readonly RoleReference[]) => void;
}

/** Reads what roles hold on a client's server: see {@link useContentCache}. */
export function useRoleContents(snapshot: Snapshot, { api }: Pick<Subject, "api">): RoleContents {
  const cache = useContentCache();
  const told = cache.tell(snapshot);
  return {
    snapshot: told,
    areRead: (roles) => rolesToRead(roles, told).length === 0,
    read: (roles) => cache.read(api, told, roles),
  };
}
