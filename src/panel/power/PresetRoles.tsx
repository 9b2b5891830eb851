import { Fragment } from "react";
import { userIdOf } from "../../access/model/account.ts";
import { includingRole } from "../../access/model/resolve-roles.ts";
import { isAdminRole } from "../../access/model/role-reference.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { PresetRole } from "../../access/presets/preset-state.ts";
import { nameRole } from "../context/name-role.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { givenRole } from "./given-role.ts";
import { nameUnknownSource } from "./name-unknown-source.ts";
import { RoleOrigins } from "./RoleOrigins.tsx";
import { sourceAddress } from "./source-address.ts";
import type { Given } from "./use-role-origins.ts";
import { useRoleSources } from "./use-role-sources.ts";

interface PresetRolesProps {
  readonly roles: readonly PresetRole[];
  readonly snapshot: Snapshot;
}

/**
 * The roles of a preset: whether each is held, through what, and, once that is asked for, who assigned what they are
 * held by.
 */
export function PresetRoles({ roles, snapshot }: PresetRolesProps) {
  const t = useTranslate();
  const { realm, addressOf } = usePanelContext();
  const including = new Map(
    roles
      .filter(({ state }) => state === "included")
      .map((role) => [roleKey(role), includingRole(role, snapshot)]),
  );
  // Groups and custom composite roles are read for admin roles.
  const isSought = (role: PresetRole) =>
    role.state === "included" && isAdminRole(role) && !including.get(roleKey(role));
  const found = useRoleSources(snapshot, roles.some(isSought));
  const sourcesOf = (role: PresetRole): readonly Given[] => {
    const whole = including.get(roleKey(role));
    const given = whole && givenRole(whole, snapshot);
    if (given !== undefined) return [given];
    return isSought(role)
      ? (found?.sources.filter(({ gives }) => gives.has(roleKey(role))) ?? [])
      : [];
  };
  const here = addressOf({ realm, clientUuid: snapshot.client.clientUuid });
  const assigned = roles.flatMap((role) =>
    role.state === "mapped" ? (givenRole(role, snapshot) ?? []) : [],
  );
  const ids = new Set(assigned.map(({ id }) => id));
  const others = new Map(
    roles
      .flatMap(sourcesOf)
      .filter(({ id }) => !ids.has(id))
      .map((given) => [given.id, given]),
  );
  const userId = userIdOf(snapshot.account);
  return (
    <>
      {roles.map((role) => (
        <div key={roleKey(role)}>
          {t(`role.${role.state}`, { role: nameRole(role) })}
          {sourcesOf(role).map((source) => (
            <Fragment key={source.id}>
              {" "}
              <a href={sourceAddress(here, realm, source)} style={{ textDecoration: "underline" }}>
                {t("power.inheritedFrom", {
                  source: t(`power.sourceNamed.${source.kind}`, { name: source.name }),
                })}
              </a>
            </Fragment>
          ))}
          {isSought(role) && found !== undefined && sourcesOf(role).length === 0
            ? ` ${t("power.inheritedFrom", { source: t(nameUnknownSource(found)) })}`
            : null}
        </div>
      ))}
      {userId === undefined || ids.size + others.size === 0 ? null : (
        <RoleOrigins userId={userId} assigned={assigned} sources={[...others.values()]} />
      )}
    </>
  );
}
