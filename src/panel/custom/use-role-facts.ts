import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CustomRole, customRoleKey } from "../../access/custom/custom-preset.ts";
import type { PresetPlace } from "../../access/custom/role-container.ts";
import { type WeighedRole, weighRole } from "../../access/custom/weigh-role.ts";
import type { RoleContent } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { findAdminClient } from "../../keycloak/client/find-admin-client.ts";
import { readRoleContent } from "../../keycloak/client/read-role-content.ts";
import { findNamedRoles, type NamedRole } from "../../keycloak/custom/find-named-roles.ts";
import { adminClientOf, presetPlaceOf } from "../../keycloak/custom/preset-place.ts";
import type { FoundRole } from "../../keycloak/custom/search-roles.ts";
import { useAsync } from "../context/use-async.ts";

/** A role of a preset with what is known of it. */
export interface RoleFact extends WeighedRole {
  /** The role on the server, or why there is none; undefined until it is read. */
  readonly named: NamedRole | undefined;
  /** What a composite role includes; undefined for others. */
  readonly content: RoleContent | undefined;
}

/** Whether all that a role gives is known, or known to be unreadable. */
export function isSettled({ named, content }: RoleFact): boolean {
  return named !== undefined && content?.kind !== "notRead";
}

/** What is known of the roles of a preset. */
export interface RoleFacts {
  /** Stays the same as long as nothing more is known. */
  readonly factOf: (role: CustomRole) => RoleFact;
  /** Looks up roles that only their names are known of. */
  readonly lookUp: (roles: readonly CustomRole[]) => void;
  /** Takes over what a search found of a role. */
  readonly remember: (found: FoundRole) => void;
}

/** The place of the presets of a realm. */
export function placeOfPresets(api: AdminApi): PresetPlace {
  return presetPlaceOf(api, adminClientOf(api));
}

/**
 * Looks up the roles that a preset begins with, and what composite roles among the chosen ones include: a role of any
 * name can include admin roles.
 *
 * @param initial stays the same
 */
export function useRoleFacts(
  api: AdminApi,
  initial: readonly CustomRole[],
  chosen: readonly CustomRole[],
): RoleFacts {
  const [asked, setAsked] = useState(initial);
  const { state } = useAsync(useCallback(() => findNamedRoles(api, asked), [api, asked]));
  const lookedUp =
    state.kind === "done" ? state.value : state.kind === "loading" ? state.previous : undefined;
  const hasFailed = state.kind === "failed";
  const [picked, setPicked] = useState<ReadonlyMap<string, FoundRole>>(new Map());
  const [contents, setContents] = useState<ReadonlyMap<string, RoleContent>>(new Map());
  const begun = useRef(new Set<string>());
  const adminClient = useRef<ReturnType<typeof findAdminClient>>();
  const place = useMemo(() => placeOfPresets(api), [api]);
  const namedOf = useCallback(
    (role: CustomRole): NamedRole | undefined => {
      const key = customRoleKey(role);
      return picked.get(key) ?? lookedUp?.get(key) ?? (hasFailed ? "notKnown" : undefined);
    },
    [picked, lookedUp, hasFailed],
  );
  useEffect(() => {
    for (const role of chosen) {
      const named = namedOf(role);
      if (typeof named !== "object" || !named.isComposite || begun.current.has(named.id)) continue;
      begun.current.add(named.id);
      adminClient.current ??= findAdminClient(api, place.adminClientId);
      void adminClient.current
        .then((client) =>
          readRoleContent(api, named, { adminClient: client, isMaster: place.isInMaster }),
        )
        .catch((thrown: unknown): RoleContent => ({ kind: "notKnown", thrown }))
        .then((content) => setContents((before) => new Map(before).set(named.id, content)));
    }
  });
  const factOf = useCallback(
    (role: CustomRole): RoleFact => {
      const named = namedOf(role);
      const content = contentOf(named, contents);
      return { ...weighRole(role, place, content), named, content };
    },
    [namedOf, contents, place],
  );
  return {
    factOf,
    lookUp: (roles) => setAsked([...asked, ...roles]),
    remember: (found) =>
      setPicked((before) => new Map(before).set(customRoleKey(found.role), found)),
  };
}

function contentOf(
  named: NamedRole | undefined,
  contents: ReadonlyMap<string, RoleContent>,
): RoleContent | undefined {
  if (typeof named !== "object") return undefined;
  if (!named.isComposite) return { kind: "read", gives: new Set(), others: [] };
  return contents.get(named.id) ?? { kind: "notRead" };
}
