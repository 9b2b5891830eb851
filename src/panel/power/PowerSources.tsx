import { Fragment, type ReactNode } from "react";
import { userIdOf } from "../../access/model/account.ts";
import { includingRole, outermostRoles } from "../../access/model/resolve-roles.ts";
import { adminRolesIn } from "../../access/model/role-reference.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { rolesBySource } from "../../access/model/sources-of-roles.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, sortedByName, useTranslate } from "../context/use-translate.ts";
import { userRolesAddress } from "../context/user-roles-address.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { givenRole } from "./given-role.ts";
import { nameUnknownSource } from "./name-unknown-source.ts";
import { RoleOrigins } from "./RoleOrigins.tsx";
import { sourceAddress } from "./source-address.ts";
import { useRoleSources } from "./use-role-sources.ts";

/** As many as fit on one line; the others stand among the effective roles. */
const shownAtOnce = 4;

/**
 * Where the power comes from: roles that are assigned, and the groups, default roles and custom composite roles through
 * which others are held. Each leads to the stock page that shows it.
 */
export function PowerSources({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useTranslate();
  const { realm, addressOf } = usePanelContext();
  const { mapped, effective, account, client } = snapshot;
  const held = adminRolesIn(effective);
  const assigned = held.filter((role) => mapped.has(roleKey(role)));
  const inherited = outermostRoles(
    held.filter(
      (role) => !mapped.has(roleKey(role)) && includingRole(role, snapshot) === undefined,
    ),
  );
  const found = useRoleSources(snapshot, inherited.length > 0);
  const { given, unexplained } = rolesBySource(inherited, found?.sources ?? []);
  const userId = userIdOf(account);
  const place = { realm, clientUuid: client.clientUuid };
  const here = addressOf(place);
  const ofUser = userId === undefined ? undefined : userRolesAddress(here, { realm, userId });
  const namesOf = (roles: typeof inherited) => joinNames(sortedByName(roles).map((it) => it.name));
  const shown: readonly ReactNode[] = [
    ...sortedByName(assigned).map(({ name }) => (
      <Source
        key={`assigned ${name}`}
        name={name}
        address={addressOf({ ...place, tab: "serviceAccount" })}
        note={t("power.assigned")}
      />
    )),
    ...given.map(({ source, roles }) => (
      <Source
        key={source.id}
        name={t(`power.sourceNamed.${source.kind}`, { name: source.name })}
        address={sourceAddress(here, realm, source)}
        note={`(${namesOf(roles)})`}
      />
    )),
    ...(unexplained.length === 0
      ? []
      : [
          <Source
            key="inherited"
            name={namesOf(unexplained)}
            address={ofUser}
            note={
              found === undefined
                ? t("power.inherited")
                : t("power.inheritedFrom", { source: t(nameUnknownSource(found)) })
            }
          />,
        ]),
  ];
  const rest = shown.length - shownAtOnce;
  return (
    <>
      <p className={pf("u-mt-sm u-mb-xs")} data-testid="powerSources">
        <span className={pf("u-color-200")}>{t("power.through")}</span>{" "}
        {shown.slice(0, shownAtOnce).map((source, index) => (
          // They have the same order each time.
          // biome-ignore lint/suspicious/noArrayIndexKey: each has a key of its own inside.
          <Fragment key={index}>
            {index === 0 ? null : " · "}
            {source}
          </Fragment>
        ))}
        {rest > 0 ? ` · ${t("power.moreSources", { count: rest })}` : null}
      </p>
      {userId === undefined ? null : (
        <RoleOrigins
          userId={userId}
          assigned={assigned.flatMap((role) => givenRole(role, snapshot) ?? [])}
          sources={given.map(({ source }) => source)}
        />
      )}
    </>
  );
}

interface SourceProps {
  readonly name: string;
  readonly address: string | undefined;
  readonly note: string;
}

function Source({ name, address, note }: SourceProps) {
  return (
    <>
      {address === undefined ? (
        name
      ) : (
        // Text stands around it: color alone would not tell it apart.
        <a href={address} style={{ textDecoration: "underline" }}>
          {name}
        </a>
      )}{" "}
      <span className={pf("u-color-200")}>{note}</span>
    </>
  );
}
