import { type ReactNode, useId, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import {
  type AccountFinding,
  accountsByWorstFinding,
  type FindingId,
} from "../../access/survey/findings.ts";
import { remedyOf } from "../../access/survey/remedy-of.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { AngleDownIcon, AngleRightIcon } from "../parts/patternfly/icons.ts";
import { Label } from "../parts/patternfly/label.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { riskColors } from "../parts/RiskLabel.tsx";
import { FindingRow } from "./FindingRow.tsx";
import type { OpenBulk } from "./RemedyAction.tsx";

interface FindingsStripProps {
  readonly findings: readonly AccountFinding[];
  /** Whether they are known: before all is read, none are. */
  readonly areKnown: boolean;
  /** All rows, those that the findings are about among them. */
  readonly rows: readonly AccountRow[];
  /** The finding whose accounts are listed alone. */
  readonly chosen: FindingId | undefined;
  readonly onChoose: (finding: FindingId | undefined) => void;
  readonly onBulk: OpenBulk;
}

/**
 * What is worth a look, in one line: how many accounts are concerned, each counted once, by the most severe of its
 * findings. Opened, it tells the findings, the most severe first. It is as high while all is read, so that the list
 * below stays where it is.
 */
export function FindingsStrip({
  findings,
  areKnown,
  rows,
  chosen,
  onChoose,
  onBulk,
}: FindingsStripProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const counts = accountsByWorstFinding(findings);
  return (
    <section className={pf("u-mb-md")} aria-label={t("finding.title")}>
      <div className={pf("l-flex pf-m-align-items-center pf-m-space-items-sm")}>
        <Button
          variant="plain"
          aria-label={t("finding.title")}
          aria-expanded={isOpen && findings.length > 0}
          aria-controls={listId}
          isDisabled={findings.length === 0}
          onClick={() => setIsOpen(!isOpen)}
          data-testid="toggleFindings"
        >
          {isOpen && findings.length > 0 ? <AngleDownIcon /> : <AngleRightIcon />}
        </Button>
        <Title headingLevel="h2" size="md">
          {t("finding.title")}
        </Title>
        {summary()}
      </div>
      <ul
        id={listId}
        hidden={!isOpen}
        className={pf("u-ml-0 u-pb-sm")}
        style={{ listStyle: "none" }}
        data-testid="findings"
      >
        {findings.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            remedy={remedyOf(finding, rows)}
            isChosen={chosen === finding.id}
            onChoose={onChoose}
            onBulk={onBulk}
          />
        ))}
      </ul>
      <hr className={pf("c-divider")} />
    </section>
  );

  function summary(): ReactNode {
    if (findings.length === 0) {
      return (
        <span className={pf("u-color-200")}>
          {t(areKnown ? "finding.none" : "finding.notKnownYet")}
        </span>
      );
    }
    return counts.map(({ level, count }) => (
      <Label key={level} isCompact variant="outline" color={riskColors[level]}>
        {t("finding.accounts", { level: t(`filter.risk.${level}`), count })}
      </Label>
    ));
  }
}
