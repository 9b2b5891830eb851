import { userIdOf } from "../../access/model/account.ts";
import { includingRole, outermostRoles } from "../../access/model/resolve-roles.ts";
import { adminRolesIn } from "../../access/model/role-reference.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { sortedByName, useTranslate } from "../context/use-translate.ts";
import { userRolesAddress } from "../context/user-roles-address.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** As many as fit on one line; the others stand among the effective roles. */
const shownAtOnce = 4;

/**
 * Where the power comes from: roles that are assigned, and those that come through a group, a default role or a
 * custom composite role. Each leads to the stock page that shows it.
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
  const userId = userIdOf(account);
  const place = { realm, clientUuid: client.clientUuid };
  const links = {
    assigned: addressOf({ ...place, tab: "serviceAccount" }),
    inherited:
      userId === undefined ? undefined : userRolesAddress(addressOf(place), { realm, userId }),
  };
  const sources = [
    ...sortedByName(assigned).map(({ name }) => ({ name, how: "assigned" as const })),
    ...sortedByName(inherited).map(({ name }) => ({ name, how: "inherited" as const })),
  ];
  const rest = sources.length - shownAtOnce;
  return (
    <p className={pf("u-mt-sm u-mb-xs")} data-testid="powerSources">
      <span className={pf("u-color-200")}>{t("power.through")}</span>{" "}
      {sources.slice(0, shownAtOnce).map(({ name, how }, index) => (
        <span key={`${how} ${name}`}>
          {index === 0 ? null : " · "}
          {links[how] === undefined ? (
            name
          ) : (
            // Text stands around it: color alone would not tell it apart.
            <a href={links[how]} style={{ textDecoration: "underline" }}>
              {name}
            </a>
          )}{" "}
          <span className={pf("u-color-200")}>{t(`power.${how}`)}</span>
        </span>
      ))}
      {rest > 0 ? ` · ${t("power.moreSources", { count: rest })}` : null}
    </p>
  );
}
