import type { AccountFinding, FindingId } from "../../access/survey/findings.ts";
import type { Remedy } from "../../access/survey/remedy-of.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Label } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { riskColors } from "../parts/RiskLabel.tsx";
import { type OpenBulk, RemedyAction } from "./RemedyAction.tsx";

interface FindingRowProps {
  readonly finding: AccountFinding;
  /** What can be done about it; undefined where it is only to be looked at. */
  readonly remedy: Remedy | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (finding: FindingId | undefined) => void;
  readonly onBulk: OpenBulk;
}

/** As wide as the longest level, so that the texts stand below each other. */
const levelWidth = "5.5rem";

/** A finding, the one thing to do about it, and its accounts alone. */
export function FindingRow({ finding, remedy, isChosen, onChoose, onBulk }: FindingRowProps) {
  const t = useTranslate();
  const { id, level, rows, days = 0 } = finding;
  return (
    <li
      className={pf("u-py-xs")}
      style={{ display: "flex", flexWrap: "wrap", gap: "0 1rem", alignItems: "baseline" }}
      data-testid={`finding-${id}`}
    >
      <span style={{ flex: `0 0 ${levelWidth}` }}>
        <Label isCompact variant="outline" color={riskColors[level]}>
          {t(`filter.risk.${level}`)}
        </Label>
      </span>
      <span id={`finding-${id}`} style={{ flex: "1 1 20rem" }}>
        <strong>{t(`finding.${id}`, { count: rows.size, days })}</strong>{" "}
        <span className={pf("u-color-200")}>{t(`finding.${id}.advice`)}</span>
      </span>
      <span style={{ display: "flex", gap: "1rem", whiteSpace: "nowrap" }}>
        {remedy === undefined ? null : (
          <RemedyAction remedy={remedy} describedBy={`finding-${id}`} onBulk={onBulk} />
        )}
        <Button
          variant="link"
          isInline
          aria-describedby={`finding-${id}`}
          onClick={() => onChoose(isChosen ? undefined : id)}
          data-testid="showFinding"
        >
          {t(isChosen ? "finding.showAll" : "finding.show")}
        </Button>
      </span>
    </li>
  );
}
