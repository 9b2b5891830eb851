import type { Risk } from "../../../access/model/risk.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { nameConsequences } from "../../parts/name-consequences.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { RiskBadge } from "../../parts/RiskLabel.tsx";

interface RiskInWordsProps {
  readonly risk: Risk;
  /** Whether only the worst is named, where there is little room. */
  readonly isWorstAlone?: boolean;
}

/** A level with what is allowed at worst beside it: a label would cut a long text off. */
export function RiskInWords({ risk, isWorstAlone = false }: RiskInWordsProps) {
  const t = useTranslate();
  const named = isWorstAlone ? { ...risk, consequences: risk.consequences.slice(0, 1) } : risk;
  return (
    <span>
      <RiskBadge risk={risk} isCompact />{" "}
      <span className={pf("u-font-size-sm")}>{nameConsequences(t, named)}</span>
    </span>
  );
}
