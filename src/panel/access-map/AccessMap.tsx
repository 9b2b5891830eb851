import type { CSSProperties } from "react";
import type { AccountReach } from "../../access/model/reach-of-held.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { ReachOf } from "../../access/survey/reach-of-account.ts";
import { type ReachFamily, reachFamilies } from "../../catalog/calls/reach.ts";
import { Skeleton } from "../account-cells/Skeleton.tsx";
import { useTranslate } from "../context/use-translate.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { MapClient } from "./MapClient.tsx";
import { MapLegend } from "./MapLegend.tsx";
import { ReachTile } from "./ReachTile.tsx";

interface AccessMapProps {
  readonly rows: readonly AccountRow[];
  /** Undefined until what was measured is loaded. */
  readonly reachOf: ReachOf | undefined;
  /** Whether what isn't known yet is being read. */
  readonly isReading: boolean;
  readonly isOfAllRealms: boolean;
}

/** How far the service accounts that are shown reach, one a row, in each family of calls. */
export function AccessMap({ rows, reachOf, isReading, isOfAllRealms }: AccessMapProps) {
  const t = useTranslate();
  const reaches = rows.map((row) => ({ row, reach: reachOf?.(row) }));
  // A server without organizations has no such family.
  const measured = reaches.find(({ reach }) => reach !== undefined)?.reach;
  const families = reachFamilies.filter((family) => measured?.has(family) ?? true);
  return (
    <>
      <MapLegend />
      <div style={{ overflowX: "auto" }}>
        <table
          style={{ tableLayout: "fixed", minWidth: "54rem" }}
          className={pf("c-table pf-m-compact")}
          aria-label={t("accounts.view.map")}
          data-testid="accessMap"
        >
          <thead className={pf("c-table__thead")}>
            <tr className={pf("c-table__tr")}>
              <th
                className={pf("c-table__th")}
                style={{ ...besideScrolled, width: "16%", verticalAlign: "bottom" }}
                scope="col"
              >
                {t("accounts.column.clientId")}
              </th>
              {families.map((family) => (
                <th key={family} className={pf("c-table__th")} style={head} scope="col">
                  {t(`reach.family.${family}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={pf("c-table__tbody")}>
            {reaches.map(({ row, reach }) => (
              <tr
                key={row.key}
                className={pf("c-table__tr")}
                style={rowHeight}
                data-testid={`map-${row.clientId}`}
              >
                <th
                  className={pf("c-table__td")}
                  style={{
                    ...{ ...besideScrolled, fontWeight: "inherit" },
                    ...{ verticalAlign: "middle", paddingBlock: 0 },
                  }}
                  scope="row"
                  data-label={t("accounts.column.clientId")}
                >
                  <MapClient row={row} isOfAllRealms={isOfAllRealms} />
                </th>
                {families.map((family) => (
                  <td
                    key={family}
                    className={pf("c-table__td")}
                    style={cell}
                    data-label={t(`reach.family.${family}`)}
                    data-family={family}
                  >
                    <MapCell {...{ row, reach, family, isReading }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface MapCellProps extends Pick<AccessMapProps, "isReading"> {
  readonly row: AccountRow;
  readonly reach: AccountReach | undefined;
  readonly family: ReachFamily;
}

/** Nothing is said of an account before what it holds was read. */
function MapCell({ row, reach, family, isReading }: MapCellProps) {
  const t = useTranslate();
  if (reach !== undefined) {
    return <ReachTile family={family} kind={reach.get(family) ?? "notKnown"} row={row} />;
  }
  return isReading || row.arePowersRead ? <Skeleton width="80%" /> : t("accounts.notKnownYet");
}

/** A narrow window scrolls the families, and whose they are stays. */
const besideScrolled: CSSProperties = {
  ...{ position: "sticky", insetInlineStart: 0, zIndex: 1 },
  background: pfToken("BackgroundColor--100"),
};
/** Two lines, whatever is read of a row: nothing moves when more is known. */
const rowHeight: CSSProperties = { height: "3rem" };
const head: CSSProperties = {
  textAlign: "center",
  verticalAlign: "bottom",
  paddingInline: 1,
  fontSize: "0.75rem",
  whiteSpace: "normal",
  overflowWrap: "break-word",
  hyphens: "auto",
};
const cell: CSSProperties = { verticalAlign: "middle", paddingInline: 1, paddingBlock: 2 };
