import type { CSSProperties, ReactNode } from "react";
import type { Risk } from "../../access/model/risk.ts";
import type { RiskLevel } from "../../catalog/roles/consequences.ts";
import { useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "./name-consequences.ts";
import { ExclamationCircleIcon, ExclamationTriangleIcon } from "./patternfly/icons.ts";
import { Label, type LabelProps } from "./patternfly/label.ts";
import { pf } from "./patternfly-classes.ts";

/** The colours of risk levels. */
export const riskColors = {
  low: "grey",
  medium: "gold",
  high: "orange",
  critical: "red",
} as const satisfies Record<RiskLevel, LabelProps["color"]>;

const icons: Readonly<Partial<Record<RiskLevel, ReactNode>>> = {
  high: <ExclamationTriangleIcon />,
  critical: <ExclamationCircleIcon />,
};

/** The corners of a label with two lines are those of one. */
const roundedAsOneLine: CSSProperties = { [`--${pf("c-label--BorderRadius")}`]: "0.75rem" };

interface RiskLabelProps {
  readonly risk: Risk;
  /** Whether only the worst is named, where there is little room. */
  readonly isWorstAlone?: boolean;
}

/** The level of a set of roles, and the worst that they allow, as a label. */
export function RiskLabel({ risk, isWorstAlone = false }: RiskLabelProps) {
  const t = useTranslate();
  const named = isWorstAlone ? { ...risk, consequences: risk.consequences.slice(0, 1) } : risk;
  return (
    <Label
      isCompact
      variant="outline"
      color={riskColors[risk.level]}
      icon={icons[risk.level]}
      style={roundedAsOneLine}
      data-testid="presetRisk"
    >
      {/* PatternFly would cut it off after one line. */}
      <span style={{ whiteSpace: "normal" }}>
        <strong>{t(`filter.risk.${risk.level}`)}</strong> · {nameConsequences(t, named)}
      </span>
    </Label>
  );
}

interface RiskBadgeProps extends Pick<LabelProps, "isCompact" | "onClick" | "variant"> {
  readonly risk: Risk;
}

/** The level alone, where the worst stands beside it. A click explains it, where there is more to say. */
export function RiskBadge({ risk: { level }, ...more }: RiskBadgeProps) {
  const t = useTranslate();
  return (
    <Label {...more} color={riskColors[level]} icon={icons[level]} data-testid="powerRisk">
      {t(`filter.risk.${level}`)}
    </Label>
  );
}
