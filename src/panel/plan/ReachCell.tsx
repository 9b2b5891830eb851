import type { FamilyReach } from "../../access/model/reach-of-held.ts";
import type { FamilyChange } from "../../access/plan/reach-change.ts";
import { useTranslate } from "../context/use-translate.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { reachMarks } from "../parts/reach-marks.ts";

interface ReachCellProps {
  readonly reach: FamilyReach;
  /** Whether it is the same before and after. */
  readonly isQuiet: boolean;
  /** How it differs from before; left out for what was before. */
  readonly direction?: FamilyChange["direction"];
}

const arrows = { grows: "↑", shrinks: "↓" } as const;

/** How far a client reaches in a family of calls: red where that is further than before, quiet where it is the same. */
export function ReachCell({ reach, isQuiet, direction }: ReachCellProps) {
  const t = useTranslate();
  const isMore = direction === "grows";
  const moved = isMore || direction === "shrinks" ? direction : undefined;
  return (
    <span
      className={pf(isQuiet ? "u-color-200" : isMore ? "u-font-weight-bold" : "")}
      style={{
        borderInlineStart: `3px solid ${reachMarks[reach]}`,
        paddingInlineStart: "0.5rem",
        ...(isMore ? { color: pfToken("danger-color--100") } : {}),
      }}
      data-direction={direction}
    >
      {moved === undefined ? null : (
        <>
          <span aria-hidden="true">{arrows[moved]} </span>
          <span className={pf("u-screen-reader")}>{t(`plan.${moved}`)} </span>
        </>
      )}
      {t(`reach.kind.${reach}`)}
    </span>
  );
}
