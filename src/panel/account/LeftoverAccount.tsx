import { outermostRoles } from "../../access/model/resolve-roles.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Summary } from "../../access/presets/preset-summary.ts";
import { useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Label, LabelGroup } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface LeftoverAccountProps {
  readonly snapshot: Snapshot;
  readonly summary: Summary;
}

/** What an account that the client can't use still holds: it comes back with service accounts. */
export function LeftoverAccount({ snapshot, summary }: LeftoverAccountProps) {
  const t = useTranslate();
  const { clientId } = snapshot.client;
  const { effectiveRoles, risk } = summary;
  const isHarmless = snapshot.isReadable && effectiveRoles.length === 0;
  const key = !snapshot.isReadable
    ? "leftover.unknown"
    : isHarmless
      ? "leftover.nothing"
      : "leftover.roles";
  return (
    <Alert
      component="p"
      variant={isHarmless ? "info" : risk?.level === "critical" ? "danger" : "warning"}
      isInline
      title={t(key, { clientId })}
      className={pf("u-mb-md")}
      data-testid="leftoverAccount"
    >
      {risk === undefined ? null : (
        <p>{t("summary.worst", { consequences: nameConsequences(t, risk) })}</p>
      )}
      {effectiveRoles.length === 0 ? null : (
        <LabelGroup numLabels={10} aria-label={t("leftover.label")}>
          {outermostRoles(effectiveRoles.map(({ role }) => role)).map(({ container, name }) => (
            <Label key={`${container}:${name}`} isCompact>
              {name}
            </Label>
          ))}
        </LabelGroup>
      )}
    </Alert>
  );
}
