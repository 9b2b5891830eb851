import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { rolesToRead } from "../../access/model/role-content.ts";
import { type RoleContent, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { readRoleContent } from "../../keycloak/client/read-role-content.ts";

/** What composite roles hold on this server, as far as somebody asked. */
export interface RoleContents {
  /** The snapshot with what was read of its roles. */
  readonly snapshot: Snapshot;
  /** Whether what these roles hold is known, or known to be unreadable. */
  readonly areRead: (roles: readonly RoleReference[]) => boolean;
  /** Reads what the composite ones of these roles hold: each once, and in parallel. */
  readonly read: (roles: readonly RoleReference[]) => void;
}

/**
 * Reads what composite roles hold before they are assigned: an imported realm can make them hold more than
 * Keycloak ships them with. It is read once a person is about to assign them, since it takes a request for
 * each composite role.
 */
export function useRoleContents(snapshot: Snapshot, { api }: Pick<Subject, "api">): RoleContents {
  // By the role's id: the roles of another realm, and a role that was made again, are others.
  const [known, setKnown] = useState<ReadonlyMap<string, RoleContent>>(new Map());
  const begun = useRef(new Set<string>());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const told = useMemo((): Snapshot => {
    if (known.size === 0) return snapshot;
    const contents = new Map(snapshot.contents);
    for (const role of snapshot.roles.values()) {
      const content = known.get(role.id);
      if (content !== undefined) contents.set(roleKey(role), content);
    }
    return { ...snapshot, contents };
  }, [snapshot, known]);
  const read = useCallback(
    (roles: readonly RoleReference[]) => {
      for (const role of rolesToRead(roles, told)) {
        if (begun.current.has(role.id)) continue;
        begun.current.add(role.id);
        void readRoleContent(api, role, told)
          .catch((): RoleContent => ({ kind: "notKnown" }))
          .then((content) => {
            if (isShown.current) setKnown((before) => new Map(before).set(role.id, content));
          });
      }
    },
    [api, told],
  );
  const areRead = useCallback(
    (roles: readonly RoleReference[]) => rolesToRead(roles, told).length === 0,
    [told],
  );
  return { snapshot: told, areRead, read };
}
