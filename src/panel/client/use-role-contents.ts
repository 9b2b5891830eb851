import { useCallback, useMemo, useRef, useState } from "react";
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
  /** Forgets of the roles that no request could be sent for them: they are read again. */
  readonly forgetUnsent: (known: Offered, roles: readonly RoleReference[]) => void;
}

/**
 * Keeps what composite roles hold, read before they are assigned: an imported realm can make them hold more
 * than Keycloak ships them with. Each takes a request, so it is read once a person is about to assign it.
 */
export function useContentCache(): ContentCache {
  // By the role's id: the roles of another realm, and a role that was made again, are others.
  const [found, setFound] = useState<ReadonlyMap<string, RoleContent>>(new Map());
  const begun = useRef(new Set<string>());
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
        .catch((thrown: unknown): RoleContent => ({ kind: "notKnown", thrown }))
        .then((content) => setFound((before) => new Map(before).set(role.id, content)));
    }
  }, []);
  const forgetUnsent = useCallback<ContentCache["forgetUnsent"]>((known, roles) => {
    const ids = roles.flatMap((role) => {
      const key = roleKey(role);
      const id = known.roles.get(key)?.id;
      return id === undefined || reasonOf(known.contents.get(key)) === undefined ? [] : [id];
    });
    if (ids.length === 0) return;
    for (const id of ids) begun.current.delete(id);
    setFound((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  }, []);
  return { tell, read, forgetUnsent };
}

const reasonOf = (content: RoleContent | undefined) =>
  content?.kind === "notKnown" ? content.thrown : undefined;

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
  /** Why no request could be sent for these roles; undefined where all were sent. */
  readonly whyUnsent: (roles: readonly RoleReference[]) => unknown;
  /** Forgets that no request could be sent for these roles: they are read again. */
  readonly forgetUnsent: (roles: readonly RoleReference[]) => void;
  /** Reads what the composite ones of these roles hold, also where no request could be sent before. */
  readonly read: (roles: readonly RoleReference[]) => void;
}

/** Reads what roles hold on a client's server: see {@link useContentCache}. */
export function useRoleContents(snapshot: Snapshot, { api }: Pick<Subject, "api">): RoleContents {
  const cache = useContentCache();
  const told = cache.tell(snapshot);
  return {
    snapshot: told,
    areRead: (roles) => rolesToRead(roles, told).length === 0,
    whyUnsent: (roles) =>
      roles
        .map((role) => reasonOf(told.contents.get(roleKey(role))))
        .find((it) => it !== undefined),
    forgetUnsent: (roles) => cache.forgetUnsent(told, roles),
    read: (roles) => {
      cache.forgetUnsent(told, roles);
      cache.read(api, snapshot, roles);
    },
  };
}
