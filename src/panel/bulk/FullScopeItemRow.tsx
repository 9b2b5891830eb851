import { useId } from "react";
import { namesOfRoles } from "../../access/plan/full-scope.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Checkbox } from "../parts/patternfly/checkbox.ts";
import { Label, type LabelProps } from "../parts/patternfly/label.ts";
import { borderedItem } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { type FullScopeHandle, type FullScopeItem, planOf } from "./use-full-scope.ts";

interface FullScopeItemRowProps {
  readonly item: FullScopeItem;
  readonly stage: FullScopeHandle["stage"];
  readonly onChoose: FullScopeHandle["choose"];
}

const colors = {
  off: "green",
  on: "grey",
  failed: "red",
} as const satisfies Record<string, LabelProps["color"]>;

/** One client: the roles that come into its scope, what its tokens lose, and what came of it. */
export function FullScopeItemRow({ item, stage, onChoose }: FullScopeItemRowProps) {
  const t = useTranslate();
  const { row, planned, unread, isChosen, outcome } = item;
  const plan = planOf(item);
  const checkboxId = useId();
  const state = stateOf();
  return (
    <li
      style={borderedItem}
      data-testid={`fullScope-${row.clientId}`}
      data-state={state ?? (isChosen ? "chosen" : "left")}
    >
      <Checkbox
        id={checkboxId}
        label={<strong>{row.clientId}</strong>}
        isChecked={isChosen}
        isDisabled={plan === undefined || stage !== "planning"}
        onChange={(_, checked) => onChoose(row.key, checked)}
      />
      {state === undefined ? null : (
        <Label isCompact color={colors[state]}>
          {t(`fullScope.state.${state}`)}
        </Label>
      )}
      <div className={pf("u-font-size-sm u-color-200 u-my-xs")}>
        {lines().map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </li>
  );

  function stateOf(): keyof typeof colors | undefined {
    if (outcome === undefined) return undefined;
    if (outcome.problem !== undefined || outcome.isFullScope === undefined) return "failed";
    return outcome.isFullScope ? "on" : "off";
  }

  function lines(): readonly string[] {
    if (unread !== undefined) return describe(unread);
    if (planned === undefined) return [];
    if (plan === undefined) {
      return typeof planned.plan === "string" ? [t(`fullScope.${planned.plan}`)] : [];
    }
    const inScope = joinNames(namesOfRoles(plan.inScope));
    return [
      plan.add.length === 0
        ? t("fullScope.addsNothing")
        : t("fullScope.adds", { roles: joinNames(namesOfRoles(plan.add)) }),
      plan.loses === "nothing"
        ? t("fullScope.losesNothing")
        : inScope === ""
          ? t("fullScope.losesAll")
          : t("fullScope.losesOfPeople", { roles: inScope }),
      ...(outcome?.problem === undefined ? [] : afterFailure(outcome.problem)),
    ];
  }

  function afterFailure(problem: unknown): readonly string[] {
    const isFullScope = outcome?.isFullScope;
    const holds =
      isFullScope === undefined
        ? t("fullScope.nowUnknown")
        : t(isFullScope ? "fullScope.nowOn" : "fullScope.nowOff");
    return [...describe(problem), holds];
  }

  function describe(thrown: unknown): readonly string[] {
    if (thrown instanceof Error && thrown.name === "ScopeNotAsWrittenError") {
      return [t("fullScope.notAsWritten")];
    }
    const { title, reason, serverMessage } = describeProblem(
      t,
      thrown,
      t("attempts.change", { clientId: row.clientId }),
    );
    return [title, reason, ...(serverMessage === undefined ? [] : [serverMessage])];
  }
}
