import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { AccountFinding, FindingId } from "../../access/survey/findings.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import {
  DataList,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
} from "../parts/patternfly/data-list.ts";
import { Label } from "../parts/patternfly/label.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { riskColors } from "../parts/RiskLabel.tsx";

interface AccountFindingsProps {
  readonly findings: readonly AccountFinding[];
  /** All rows, those that the findings are about among them. */
  readonly rows: readonly AccountRow[];
  /** The finding whose accounts are listed alone. */
  readonly chosen: FindingId | undefined;
  readonly onChoose: (finding: FindingId | undefined) => void;
}

/** As wide as the longest level, so that the texts stand below each other. */
const levelWidth = "5rem";

/** What is worth a look, the most severe first; each can be shown in the list. */
export function AccountFindings({ findings, rows: all, chosen, onChoose }: AccountFindingsProps) {
  const t = useTranslate();
  if (findings.length === 0) return null;
  return (
    <section className={pf("u-mb-md")} aria-labelledby="service-accounts-findings">
      <Title headingLevel="h2" size="md" id="service-accounts-findings" className={pf("u-mb-sm")}>
        {t("finding.title")}
      </Title>
      <DataList aria-label={t("finding.title")} isCompact data-testid="findings">
        {findings.map(({ id, level, rows, days = 0 }) => (
          <DataListItem key={id} aria-labelledby={`finding-${id}`} data-testid={`finding-${id}`}>
            <DataListItemRow>
              <DataListItemCells
                dataListCells={[
                  <DataListCell key="level" isFilled={false} style={{ minWidth: levelWidth }}>
                    <Label isCompact color={riskColors[level]}>
                      {t(`filter.risk.${level}`)}
                    </Label>
                  </DataListCell>,
                  <DataListCell key="text" id={`finding-${id}`}>
                    <strong>{t(`finding.${id}`, { count: rows.size, days })}</strong>{" "}
                    <span className={pf("u-color-200")}>{t(`finding.${id}.advice`)}</span>{" "}
                    {id === "leftover" && rows.size === 1 ? (
                      <ClientLink row={all.find(({ key }) => rows.has(key))} />
                    ) : null}
                  </DataListCell>,
                  <DataListCell key="show" isFilled={false} alignRight>
                    <Button
                      variant="link"
                      isInline
                      aria-describedby={`finding-${id}`}
                      onClick={() => onChoose(chosen === id ? undefined : id)}
                      data-testid="showFinding"
                    >
                      {t(chosen === id ? "finding.showAll" : "finding.show")}
                    </Button>
                  </DataListCell>,
                ]}
              />
            </DataListItemRow>
          </DataListItem>
        ))}
      </DataList>
    </section>
  );
}

/** Leads to the tab of the client that a finding is about. */
function ClientLink({ row }: { readonly row: AccountRow | undefined }) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  if (row?.client === undefined) return null;
  const { realm, clientId, client } = row;
  return (
    <a href={addressOf({ realm, clientUuid: client.clientUuid })} data-testid="openClient">
      {t("finding.open", { clientId })}
    </a>
  );
}
