import type { Risk } from "../../access/model/risk.ts";
import type { RiskLevel } from "../../catalog/roles/consequences.ts";
import { useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "./name-consequences.ts";
import { ExclamationTriangleIcon } from "./patternfly/icons.ts";
import { Label, type LabelProps } from "./patternfly/label.ts";

/** The colours of risk levels. */
export const riskColors = {
  low: "grey",
  medium: "blue",
  high: "orange",
  critical: "red",
} as const satisfies Record<RiskLevel, LabelProps["color"]>;

interface RiskLabelProps {
  readonly risk: Risk;
  /** Explains it, where there is more to say. */
  readonly onClick?: () => void;
}

/** The worst that a set of roles allows, as a label. */
export function RiskLabel({ risk, ...more }: RiskLabelProps) {
  const t = useTranslate();
  return (
    <Label
      {...more}
      isCompact
      variant="outline"
      color={riskColors[risk.level]}
      icon={risk.level === "critical" ? <ExclamationTriangleIcon /> : undefined}
      data-testid="presetRisk"
    >
      {nameConsequences(t, risk)}
    </Label>
  );
}
