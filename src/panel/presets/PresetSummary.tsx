import { Fragment } from "react";
import { isUserDisabled } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { type Summary, summaryOf } from "../../access/presets/preset-summary.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { splitAtGap } from "../../texts/translate.ts";
import type { Changes } from "../change/use-changes.ts";
import { compareNames, joinNames, sortedByName, useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { ExpandableSection } from "../parts/patternfly/expandable-section.ts";
import { Label, LabelGroup } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { RoleLabel } from "./RoleLabel.tsx";

/** What can be opened from the summary. */
export const summaryDialogs = ["plan", "check", "connect", "export"] as const;
/** One of them. */
export type SummaryDialog = (typeof summaryDialogs)[number];

interface PresetSummaryProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly changes: Changes;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  readonly onAsk: (dialog: SummaryDialog) => void;
}

/** What the service account holds in one line, what that allows at worst, and the last change. */
export function PresetSummary(props: PresetSummaryProps) {
  const { snapshot, states, changes, refusal, onAsk } = props;
  const t = useTranslate();
  const summary = summaryOf(snapshot, states);
  const focusAfter = useFocusAfter<HTMLDivElement>(changes.running === "undo");
  const { client, account } = snapshot;
  const warnings = [
    client.enabled ? undefined : ("summary.clientDisabled" as const),
    isUserDisabled(account) ? ("summary.userDisabled" as const) : undefined,
    client.fullScopeAllowed ? undefined : ("summary.fullScopeOff" as const),
  ].filter((key) => key !== undefined);
  return (
    <div ref={focusAfter} tabIndex={-1} className={pf("u-mb-md")} data-testid="presetsSummary">
      {warnings.map((key) => (
        <Alert
          component="p"
          key={key}
          variant="warning"
          isInline
          isPlain
          title={t(key, { clientId: client.clientId })}
          className={pf("u-mb-md")}
        />
      ))}
      {refusal === undefined ? null : (
        <Alert
          component="p"
          variant="info"
          isInline
          title={refusal}
          className={pf("u-mb-md")}
          data-testid="rightsNotice"
        />
      )}
      {snapshot.isReadable ? (
        <>
          <div>
            <Holdings summary={summary} /> <LastChange changes={changes} />
          </div>
          <p className={pf("u-color-200 u-my-sm")}>
            {summary.risk === undefined
              ? null
              : `${t("summary.worst", { consequences: nameConsequences(t, summary.risk) })} `}
            {t("summary.takesEffect")}
          </p>
        </>
      ) : null}
      <div className={pf("u-mb-sm")}>
        {summaryDialogs.map((dialog, index) => (
          <Fragment key={dialog}>
            {index === 0 ? null : " · "}
            <Button variant="link" isInline onClick={() => onAsk(dialog)} data-testid={dialog}>
              {t(`summary.${dialog}`)}
            </Button>
          </Fragment>
        ))}
      </div>
      {snapshot.isReadable ? <EffectiveRoles summary={summary} /> : null}
    </div>
  );
}

const marker = "\u0000";

function Holdings({ summary: { presets, looseRoles } }: { readonly summary: Summary }) {
  const t = useTranslate();
  if (presets.length === 0 && looseRoles.length === 0) return t("summary.holdsNothing");
  const key =
    presets.length === 0
      ? "summary.holdsRoles"
      : looseRoles.length === 0
        ? "summary.holdsPresets"
        : "summary.holdsPresetsAndRoles";
  const text = t(key, { presets: marker, count: looseRoles.length });
  const [before, after] = splitAtGap(text, marker);
  return (
    <>
      {before}
      <strong>{joinNames(presets.map((preset) => nameOf(t, preset)))}</strong>
      {after}{" "}
      {sortedByName(looseRoles).map(({ container, name }) => (
        <Label key={`${container}:${name}`} isCompact className={pf("u-mr-xs")}>
          {name}
        </Label>
      ))}
    </>
  );
}

function LastChange({
  changes: { lastChange, running, undo },
}: Pick<PresetSummaryProps, "changes">) {
  const t = useTranslate();
  if (lastChange === undefined) return null;
  return (
    <>
      {t("summary.lastChange", { change: lastChange.text })}{" "}
      <Button
        variant="link"
        isInline
        isLoading={running === "undo"}
        isAriaDisabled={running !== undefined}
        onClick={undo}
        aria-label={t("done.undoNamed", { change: lastChange.text })}
        data-testid="undoLastChange"
      >
        {t("done.undo")}
      </Button>
    </>
  );
}

/** Always there, also when empty: the rows below must not move under the pointer when a preset is applied. */
function EffectiveRoles({ summary: { effectiveRoles } }: { readonly summary: Summary }) {
  const t = useTranslate();
  const title =
    effectiveRoles.length === 0
      ? t("summary.effectiveRolesNone")
      : t("summary.effectiveRoles", { count: effectiveRoles.length });
  const inOrder = [...effectiveRoles].sort((a, b) => compareNames(a.role.name, b.role.name));
  return (
    <ExpandableSection toggleText={title} className={pf("u-mb-sm")} data-testid="effectiveRoles">
      <LabelGroup numLabels={effectiveRoles.length} aria-label={title}>
        {inOrder.map(({ role, isMapped }) => (
          <RoleLabel
            key={`${role.container}:${role.name}`}
            role={{ ...role, state: isMapped ? "mapped" : "included" }}
          />
        ))}
      </LabelGroup>
    </ExpandableSection>
  );
}
