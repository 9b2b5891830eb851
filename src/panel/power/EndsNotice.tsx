import { useEffect, useMemo, useState } from "react";
import {
  type AccountEnd,
  type EndState,
  endOfRoles,
  stateOfEnd,
} from "../../access/ends/account-ends.ts";
import type { EndChange } from "../../access/ends/end-change.ts";
import type { Change } from "../../access/model/grant.ts";
import {
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "../../access/model/snapshot.ts";
import { emptyPlan } from "../../access/plan/plan.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { removeWorkflows } from "../../keycloak/ends/set-ends.ts";
import type { Changes } from "../change/use-changes.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { formatTime, joinNames, useTranslate } from "../context/use-translate.ts";
import { ChangeEndDialog } from "../ends/ChangeEndDialog.tsx";
import { useAccountEnds } from "../ends/use-account-ends.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert, AlertActionLink } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

const variants = {
  pending: "info",
  due: "info",
  over: "info",
  stillAssigned: "danger",
  cancelled: "warning",
  unused: "info",
} as const satisfies Record<EndState, string>;

/** Whether nothing comes of it any more. */
const isRecordOnly = (state: EndState) => state === "over" || state === "unused";

interface EndsNoticeProps {
  readonly snapshot: Snapshot;
  readonly changes: Changes;
}

/** When roles of the account end, what came of ends whose moment is over, and what can be done about it. */
export function EndsNotice({ snapshot, changes }: EndsNoticeProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const api = useMemo(
    () => createAdminApi(adminBaseUrl, realm, tokens),
    [adminBaseUrl, realm, tokens],
  );
  const { mapped, roles } = snapshot;
  const { recorded } = changes;
  const change = recorded?.outcome.attempt.ends === undefined ? undefined : recorded;
  const { ends, reload } = useAccountEnds(snapshot, api, changes.mayEnd, change);
  const [changed, setChanged] = useState<AccountEnd>();
  const [unforgotten, setUnforgotten] = useState<unknown>();
  const isRunning = changes.running !== undefined;
  const hasEnds = ends.kind === "read" && ends.ends.some(({ isScheduled }) => isScheduled);
  const { tellEnds } = changes;
  useEffect(() => tellEnds(hasEnds), [hasEnds, tellEnds]);
  if (ends.kind === "failed") return <NotRead {...{ snapshot, reload }} thrown={ends.thrown} />;
  if (ends.kind !== "read") return null;
  const current = endOfRoles(ends.ends);
  const carryOut = (change: Change, set: EndChange | undefined) =>
    changes.carryOut({ ...emptyPlan, change, ends: set });
  const setEnd = (end: AccountEnd, at: number | undefined) => {
    // Also where that is the same: what is off the schedule is no end any more, and is replaced.
    const before = new Map(end.roles.map((role) => [role, current.get(role)]));
    const after = new Map(end.roles.map((role) => [role, at]));
    carryOut({ add: [], remove: [] }, { before, after });
  };
  const forget = (end: AccountEnd) => {
    setUnforgotten(undefined);
    void removeWorkflows(api, [end.workflowId]).then(reload, setUnforgotten);
  };
  const namesOf = (keys: readonly RoleKey[]) =>
    joinNames(keys.map((role) => toRoleReference(role).name));
  return (
    <>
      {ends.ends.map((end) => {
        const state = stateOfEnd(end, mapped, Date.now());
        const assigned = end.roles.filter((role) => mapped.has(role));
        return (
          <Alert
            key={end.workflowId}
            component="p"
            variant={variants[state]}
            isInline
            isPlain
            title={t(`ends.state.${state}`, {
              // What isn't assigned doesn't end.
              roles: namesOf(assigned.length > 0 ? assigned : end.roles),
              date: formatTime(end.at),
            })}
            className={pf("u-mb-sm")}
            data-testid={`end-${state}`}
            actionLinks={
              <>
                {state === "stillAssigned" ? (
                  <Button
                    variant="link"
                    isInline
                    isAriaDisabled={isRunning}
                    onClick={() => {
                      const remove = [...roles.values()]
                        .filter((role) => assigned.includes(roleKey(role)))
                        .map((role) => ({ place: "mapping", role }) as const);
                      const after = new Map(end.roles.map((role) => [role, undefined]));
                      carryOut({ add: [], remove }, { before: after, after });
                    }}
                    data-testid="unassignEnded"
                  >
                    {t("ends.unassign")}
                  </Button>
                ) : null}
                {isRecordOnly(state) ? null : (
                  <Button
                    variant="link"
                    isInline
                    isAriaDisabled={isRunning}
                    onClick={() => setChanged(end)}
                    data-testid="changeEnd"
                  >
                    {t("ends.change")}
                  </Button>
                )}
                {isRecordOnly(state) ? (
                  <Button
                    variant="link"
                    isInline
                    onClick={() => forget(end)}
                    data-testid="forgetEnd"
                  >
                    {t("ends.forget")}
                  </Button>
                ) : null}
              </>
            }
          />
        );
      })}
      {unforgotten === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(
            t,
            unforgotten,
            t("attempts.changeEnds", { clientId: snapshot.client.clientId }),
          )}
          actions={null}
        />
      )}
      {changed === undefined ? null : (
        <ChangeEndDialog
          roles={namesOf(changed.roles)}
          onChange={(at) => {
            setEnd(changed, at);
            setChanged(undefined);
          }}
          onClose={() => setChanged(undefined)}
        />
      )}
    </>
  );
}

interface NotReadProps {
  readonly snapshot: Snapshot;
  readonly reload: () => void;
  readonly thrown: unknown;
}

/** Says that it isn't known when roles end. */
function NotRead({ snapshot, reload, thrown }: NotReadProps) {
  const t = useTranslate();
  const { clientId } = snapshot.client;
  return (
    <ProblemAlert
      problem={describeProblem(t, thrown, t("attempts.readEnds", { clientId }))}
      actions={<AlertActionLink onClick={reload}>{t("problem.tryAgain")}</AlertActionLink>}
    />
  );
}
