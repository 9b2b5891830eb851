import { Suspense } from "react";
import { type Power, powerOf } from "../../access/check/power.ts";
import { administeredBy } from "../../access/model/admin-client-id.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Goal } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { type Summary, summaryOf } from "../../access/presets/preset-summary.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import type { Translate } from "../../texts/translate.ts";
import type { Changes } from "../change/use-changes.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { compareNames, useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Button } from "../parts/patternfly/button.ts";
import { ExpandableSection } from "../parts/patternfly/expandable-section.ts";
import { LabelGroup } from "../parts/patternfly/label.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskBadge } from "../parts/RiskLabel.tsx";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { useRealmSays } from "../permissions/realm-context.ts";
import { RoleLabel } from "../roles/RoleLabel.tsx";

const ClientOwner = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.ClientOwner),
);
const DeniedCalls = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.DeniedCalls),
);
const HeaderNotices = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.HeaderNotices),
);
const LooseRoles = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.LooseRoles),
);
const PowerDetails = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.PowerDetails),
);

/** What can be opened from the header. */
export const headerDialogs = ["check", "connect", "export", "plan"] as const;
/** One of them. */
export type HeaderDialog = (typeof headerDialogs)[number] | "owner" | "record";

interface PowerHeaderProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly changes: Changes;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  readonly onAsk: (dialog: HeaderDialog) => void;
  readonly onPlan: (goal: Goal) => void;
  /** Whether only the headline is shown, what denies its calls, and the last change. */
  readonly isBrief: boolean;
}

/**
 * What the service account has power to do, how far that reaches, where it comes from, why its calls are denied
 * all the same, and the last change.
 */
export function PowerHeader(props: PowerHeaderProps) {
  const { snapshot, states, changes, refusal, onAsk, isBrief } = props;
  const t = useTranslate();
  const { realm, consoleScript } = usePanelContext();
  const summary = summaryOf(snapshot, states);
  const { settings, tokenEndpoint } = useRealmSays();
  const power = powerOf(snapshot, {
    ...{ realm: settings, tokenEndpoint, now: Date.now() },
    version: versionOfConsole(consoleScript),
  });
  // Where it holds no role, the headline says so; a public or disabled service account has a page of its own.
  const denial = power.denial?.finding.id === "roles" ? undefined : power.denial;
  const focusAfter = useFocusAfter<HTMLDivElement>(changes.running === "undo");
  const { client, adminClient, isReadable } = snapshot;
  const administered = administeredBy(adminClient.clientId, realm);
  return (
    <div ref={focusAfter} tabIndex={-1} data-testid="presetsSummary">
      {(refusal ?? client.managedBy) === undefined ? null : (
        <Suspense>
          <HeaderNotices
            refusal={refusal}
            managedBy={client.managedBy}
            onExport={() => onAsk("export")}
          />
        </Suspense>
      )}
      <div className={pf("c-card pf-m-flat pf-m-compact u-mb-lg")}>
        <div className={pf("c-card__body u-pt-md")}>
          <div className={pf("l-flex u-mb-sm")}>
            {power.risk ? <RiskBadge risk={power.risk} /> : null}
            <Title
              headingLevel="h2"
              size="lg"
              style={{ flex: "1 1 20rem" }}
              data-testid="powerHeadline"
            >
              {isReadable ? headline(t, power, administered) : t("power.notKnown")}
            </Title>
            <div className={pf("l-flex pf-m-space-items-sm")}>
              {headerDialogs.map((dialog) => (
                <Button
                  key={dialog}
                  variant={dialog === "plan" ? "link" : "secondary"}
                  size="sm"
                  onClick={() => onAsk(dialog)}
                  data-testid={dialog}
                >
                  {t(`summary.${dialog}`)}
                </Button>
              ))}
            </div>
          </div>
          {denial ? (
            <Suspense>
              <DeniedCalls {...{ denial, power, changes }} />
            </Suspense>
          ) : null}
          {isReadable && power.held === 0 && !isBrief ? (
            <p className={pf("u-color-200")}>{t("power.none.hint")}</p>
          ) : null}
          {client.fullScopeAllowed || denial || isBrief ? null : (
            <p className={pf("u-color-200")}>
              {t("summary.fullScopeOff", { clientId: client.clientId })}
            </p>
          )}
          {isReadable && power.held > 0 && !isBrief ? (
            <Suspense fallback={<div style={{ minHeight: "5rem" }} />}>
              <PowerDetails {...props} risk={power.risk} />
            </Suspense>
          ) : null}
          {isBrief ? null : (
            <Suspense fallback={<div style={{ minHeight: "1.5rem" }} />}>
              <ClientOwner client={client} onEdit={() => onAsk("owner")} />
            </Suspense>
          )}
          {isBrief || summary.looseRoles.length === 0 ? null : (
            <Suspense>
              <LooseRoles roles={summary.looseRoles} />
            </Suspense>
          )}
          <LastChange changes={changes} onRecord={() => onAsk("record")} />
          {isReadable && !isBrief ? <EffectiveRoles summary={summary} /> : null}
        </div>
      </div>
    </div>
  );
}

/** Never more power than the client's tokens have. */
function headline(t: Translate, { held, carried, risk }: Power, realm: string): string {
  if (held === 0) return t("power.none", { realm });
  if (carried === 0) return t("power.denied");
  return risk === undefined ? t("power.riskNotKnown") : nameConsequences(t, risk);
}

interface LastChangeProps extends Pick<PowerHeaderProps, "changes"> {
  readonly onRecord: () => void;
}

/** The last change with Undo, where that takes anything back, and the record of what was sent last. */
function LastChange({ changes, onRecord }: LastChangeProps) {
  const t = useTranslate();
  const { lastChange, running, undo, recorded } = changes;
  if (!recorded) return null;
  return (
    <p>
      {lastChange === undefined ? null : (
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
          </Button>{" "}
        </>
      )}
      <Button variant="link" isInline onClick={onRecord} data-testid="record">
        {t("summary.record")}
      </Button>
    </p>
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
    <ExpandableSection toggleText={title} data-testid="effectiveRoles">
      <LabelGroup numLabels={effectiveRoles.length} aria-label={title}>
        {inOrder.map(({ role, isMapped }) => (
          <RoleLabel
            key={`${role.container}:${role.name}`}
            role={{ ...role, state: isMapped ? "mapped" : "included" }}
          />
        ))}
      </LabelGroup>
      <p className={pf("u-color-200 u-mt-sm")}>{t("summary.takesEffect")}</p>
    </ExpandableSection>
  );
}
