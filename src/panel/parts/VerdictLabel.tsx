import { type BesideRoles, saidOfCall } from "../../access/check/said-of-call.ts";
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

interface VerdictLabelProps extends BesideRoles {
  readonly verdict: Verdict;
}

/** What the service account would get for a call now. */
export function VerdictLabel(props: VerdictLabelProps) {
  const t = useTranslate();
  const said = saidOfCall(props.verdict, props);
  const verdict = said === "denied" ? said : props.verdict;
  return (
    <Label isCompact {...looks[verdict]} data-testid={`verdict-${verdict}`}>
      {t(`verdict.${said}`)}
    </Label>
  );
}
