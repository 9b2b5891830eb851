import { grantKey } from "../../access/model/grant.ts";
import { refusedRoles } from "../../access/plan/plan.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { AlertActionLink } from "../parts/patternfly/alert.ts";
import { TextContent, TextList, TextListItem } from "../parts/patternfly/text.ts";
import { nameBlocked, nameLine } from "../plan/name-grant.ts";
import type { Stage } from "./making/use-new-client.ts";

interface NewClientStoppedProps {
  readonly stage: Extract<Stage, { kind: "stopped" }>;
  readonly isRunning: boolean;
  readonly onGoOn: () => void;
  readonly onUndo: () => void;
}

/** What was made and what was not, and the ways on: to the end, or back. */
export function NewClientStopped({ stage, isRunning, onGoOn, onUndo }: NewClientStoppedProps) {
  const t = useTranslate();
  const { making, made, undo } = stage;
  const { clientId } = made.client;
  const presets = joinNames(made.wish.presets.map((preset) => nameOf(t, preset)));
  const thrown = making.kind === "tried" ? making.outcome.thrown : making.thrown;
  const isUndo = undo !== undefined;
  const attempt = isUndo ? "deleteClient" : making.kind === "unknown" ? "createClient" : "add";
  const problem = describeProblem(
    t,
    isUndo ? undo.thrown : thrown,
    t(`attempts.${attempt}`, { clientId, preset: presets }),
  );
  const refused = refusedOf();
  const reason =
    refused.length > 0
      ? t("newClient.refused", { what: joinNames(refused) })
      : !isUndo && thrown === undefined
        ? t("problem.readBackDiffers")
        : problem.reason;
  return (
    <ProblemAlert
      problem={{ ...problem, reason }}
      actions={
        <>
          <AlertActionLink isDisabled={isRunning} onClick={onGoOn} data-testid="continueNewClient">
            {t("problem.continue")}
          </AlertActionLink>
          <AlertActionLink isDisabled={isRunning} onClick={onUndo} data-testid="undoNewClient">
            {t("newClient.undo", { clientId })}
          </AlertActionLink>
        </>
      }
    >
      <TextContent>
        <p>{t("problem.holdsNow")}</p>
        <TextList data-testid="newClientLines">
          <TextListItem>{t(`newClient.line.${clientLine()}`, { clientId })}</TextListItem>
          {making.kind === "tried" ? (
            making.outcome.lines.map((line) => (
              <TextListItem key={grantKey(line.grant)}>{nameLine(t, line)}</TextListItem>
            ))
          ) : made.wish.presets.length === 0 ? null : (
            <TextListItem>{t("newClient.lineNoRoles")}</TextListItem>
          )}
        </TextList>
      </TextContent>
    </ProblemAlert>
  );

  function clientLine(): "there" | "unknown" | "gone" {
    if (isUndo) return undo.isThere === true ? "there" : "unknown";
    if (making.kind !== "tried") return making.kind === "unknown" ? "unknown" : "there";
    const { state } = making.outcome;
    if (state === undefined) return "unknown";
    return state.kind === "clientNotFound" ? "gone" : "there";
  }

  function refusedOf(): readonly string[] {
    if (isUndo || making.kind !== "clientAlone" || making.plan === undefined) return [];
    return [
      ...refusedRoles(making.plan).map(({ name }) => name),
      ...making.plan.blocked.map((grant) => nameBlocked(t, grant)),
    ];
  }
}
