import type { ReactNode } from "react";
import { userIdOf } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { type Staying, staysNothing } from "../../access/plan/what-stays.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { nameRole } from "../context/name-role.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, sortedByName, useTranslate } from "../context/use-translate.ts";
import { userRolesAddress } from "../context/user-roles-address.ts";
import { bulletList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useRealmSays } from "../permissions/realm-context.ts";
import { nameUntouched } from "./name-untouched.ts";

interface PlanStaysProps {
  readonly plan: Plan;
  readonly staying: Staying | undefined;
  readonly snapshot: Snapshot;
  /** The client's own realm. */
  readonly realm: string;
}

const namesOf = (roles: readonly RoleReference[]) => joinNames(sortedByName(roles).map(nameRole));

/** The access that a plan leaves, and roles of its presets that it doesn't touch, with why. */
export function PlanStays({ plan, staying, snapshot, realm }: PlanStaysProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { permissions } = useRealmSays();
  const userId = userIdOf(snapshot.account);
  // Inherited roles are named together, not one by one.
  const untouched = plan.untouched
    .filter(({ why }) => why !== "heldOtherwise" || staying === undefined)
    .map((it) => nameUntouched(t, it, snapshot));
  const isPermitted = permissions?.kind === "on";
  // A role that is assigned may come through a group as well, which only shows once it isn't.
  const hidden = plan.change.remove.some(({ place }) => place === "mapping") ? (
    <p className={pf("u-font-size-sm u-color-200")}>{t("plan.stays.hidden")}</p>
  ) : null;
  if (staying !== undefined && staysNothing(staying) && untouched.length === 0 && !isPermitted) {
    return (
      <>
        <p>{t("plan.stays.nothing")}</p>
        {hidden}
      </>
    );
  }
  const { clientUuid } = snapshot.client;
  const lines: readonly (readonly [string, ReactNode])[] = [
    ["assigned", line("assigned", staying?.assigned)],
    [
      "inherited",
      staying === undefined || staying.inherited.length === 0 ? null : (
        <>
          {t("plan.stays.inherited", { roles: namesOf(staying.inherited) })}{" "}
          {userId === undefined ? null : (
            <a
              href={userRolesAddress(addressOf({ realm, clientUuid }), { realm, userId })}
              style={{ textDecoration: "underline" }}
            >
              {t("plan.stays.inherited.open")}
            </a>
          )}
        </>
      ),
    ],
    [
      "presets",
      staying === undefined || staying.presets.length === 0
        ? null
        : t("plan.stays.presets", {
            presets: joinNames(staying.presets.map((preset) => nameOf(t, preset))),
          }),
    ],
    ["inScope", line("inScope", staying?.inScope)],
    ["permissions", isPermitted ? t("plan.stays.permissions") : null],
    ...untouched.map((text) => [text, text] as const),
  ];
  return (
    <>
      <ul style={bulletList} data-testid="planUntouched">
        {lines.map(([key, text]) => (text === null ? null : <li key={key}>{text}</li>))}
      </ul>
      {hidden}
    </>
  );

  function line(kind: "assigned" | "inScope", roles: readonly RoleReference[] = []) {
    return roles.length === 0 ? null : t(`plan.stays.${kind}`, { roles: namesOf(roles) });
  }
}
