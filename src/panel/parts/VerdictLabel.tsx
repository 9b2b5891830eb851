import type { Verdict } from "../../catalog/measured/measured-matrix.ts";
import { useTranslate } from "../context/use-translate.ts";
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationTriangleIcon,
  QuestionCircleIcon,
} from "./patternfly/icons.ts";
import { Label, type LabelProps } from "./patternfly/label.ts";

const looks = {
  allowed: { color: "green", icon: <CheckCircleIcon /> },
  filtered: { color: "orange", icon: <ExclamationTriangleIcon /> },
  denied: { color: "grey", icon: <BanIcon /> },
  unknown: { color: "grey", icon: <QuestionCircleIcon /> },
} as const satisfies Record<Verdict, Pick<LabelProps, "color" | "icon">>;

interface VerdictLabelProps {
  readonly verdict: Verdict;
  /** Whether roles alone decide. Else a call that no role allows may be allowed all the same. */
  readonly areRolesAll: boolean;
}

/** What the service account would get for a call now. */
export function VerdictLabel({ verdict, areRolesAll }: VerdictLabelProps) {
  const t = useTranslate();
  const key = verdict === "denied" && !areRolesAll ? "deniedByRoles" : verdict;
  return (
    <Label isCompact {...looks[verdict]} data-testid={`verdict-${verdict}`}>
      {t(`verdict.${key}`)}
    </Label>
  );
}
