import type { CSSProperties } from "react";
import type { FamilyReach } from "../../access/model/reach-of-held.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { ReachFamily } from "../../catalog/calls/reach.ts";
import type { ConsequenceId } from "../../catalog/roles/consequences.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ExclamationCircleIcon, ExclamationTriangleIcon } from "../parts/patternfly/icons.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { reachMarks } from "../parts/reach-marks.ts";

/** Changes that are graver than others, by the family in which they are made. */
const graveChanges = new Map<ReachFamily, ConsequenceId>([
  ["events", "erasesAuditTrail"],
  ["clients", "changesAuthorization"],
]);

interface ReachTileProps {
  readonly family: ReachFamily;
  readonly kind: FamilyReach;
  readonly row: Pick<AccountRow, "consequences">;
}

/** How far an account reaches in one family: a word, and a color that says the same. */
export function ReachTile({ family, kind, row: { consequences } }: ReachTileProps) {
  const t = useTranslate();
  if (kind === "none") {
    return (
      <div style={{ textAlign: "center" }} className={pf("u-color-200")} data-reach={kind}>
        <span aria-hidden>–</span>
        <span className={pf("u-screen-reader")}>{t("accounts.reach.none")}</span>
      </div>
    );
  }
  const grave = kind === "changes" ? graveChanges.get(family) : undefined;
  const isGrave = grave !== undefined && consequences.has(grave);
  const isVague = kind === "readsPart" || kind === "notKnown";
  const mark = isGrave ? graveMark : reachMarks[kind];
  return (
    <div
      style={tileStyle(mark, isVague)}
      title={isGrave ? t(`consequence.${grave}`) : undefined}
      data-reach={kind}
    >
      {kind === "canEscalate" ? <ExclamationCircleIcon style={{ color: mark }} /> : null}
      {isGrave ? <ExclamationTriangleIcon style={{ color: mark }} /> : null}
      <span>{t(`accounts.reach.${kind}`)}</span>
      {isGrave ? (
        <span className={pf("u-screen-reader")}>: {t(`consequence.${grave}`)}</span>
      ) : null}
    </div>
  );
}

/** What marks changes that are not like others. */
export const graveMark = pfToken("warning-color--200");

/** A frame in the color, wider where reading begins, on a breath of the same; dashed where it says less than a kind. */
export function tileStyle(mark: string, isVague = false): CSSProperties {
  return {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "0.1875rem",
    minHeight: "1.75rem",
    borderColor: mark,
    borderStyle: isVague ? "dashed dashed dashed solid" : "solid",
    borderWidth: 1,
    borderInlineStartWidth: 4,
    borderRadius: 3,
    background: `color-mix(in srgb, ${mark} 12%, transparent)`,
    fontSize: "0.75rem",
    lineHeight: 1.1,
    textAlign: "center",
  };
}
