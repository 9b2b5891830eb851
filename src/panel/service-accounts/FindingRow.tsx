import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountFinding, FindingId } from "../../access/survey/findings.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Label } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { riskColors } from "../parts/RiskLabel.tsx";

interface FindingRowProps {
  readonly finding: AccountFinding;
  /** The first of the accounts that it is about. */
  readonly row: AccountRow | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (finding: FindingId | undefined) => void;
}

/** As wide as the longest level, so that the texts stand below each other. */
const levelWidth = "5.5rem";

/** A finding and the one thing to do about it. */
export function FindingRow({ finding, row, isChosen, onChoose }: FindingRowProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { id, level, rows, days = 0 } = finding;
  // What a single leftover account holds is removed on the tab of its client.
  const opened = id === "leftover" && rows.size === 1 ? row : undefined;
  return (
    <li
      className={pf("u-py-xs")}
      style={{ display: "flex", gap: "1rem", alignItems: "baseline" }}
      data-testid={`finding-${id}`}
    >
      <span style={{ flex: `0 0 ${levelWidth}` }}>
        <Label isCompact variant="outline" color={riskColors[level]}>
          {t(`filter.risk.${level}`)}
        </Label>
      </span>
      <span id={`finding-${id}`} style={{ flex: "1 1 0" }}>
        <strong>{t(`finding.${id}`, { count: rows.size, days })}</strong>{" "}
        <span className={pf("u-color-200")}>{t(`finding.${id}.advice`)}</span>
      </span>
      {opened?.client === undefined ? (
        <Button
          variant="link"
          isInline
          aria-describedby={`finding-${id}`}
          onClick={() => onChoose(isChosen ? undefined : id)}
          data-testid="showFinding"
        >
          {t(isChosen ? "finding.showAll" : "finding.show")}
        </Button>
      ) : (
        <a
          href={addressOf({ realm: opened.realm, clientUuid: opened.client.clientUuid })}
          data-testid="openClient"
        >
          {t("finding.open", { clientId: opened.clientId })}
        </a>
      )}
    </li>
  );
}
