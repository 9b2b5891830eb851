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

/** Where other things than roles decide too, or may, that is said. */
function keyOf({ verdict, areRolesAll, areTokensRefused }: VerdictLabelProps) {
  if (areTokensRefused === true) return "denied";
  if (verdict === "denied") return areRolesAll ? "denied" : "deniedByRoles";
  const isSure = areTokensRefused === false || verdict === "unknown";
  return isSure ? verdict : (`${verdict}ByRoles` as const);
}

interface VerdictLabelProps {
  readonly verdict: Verdict;
  /** Whether roles alone decide. Else a call that no role allows may be allowed all the same. */
  readonly areRolesAll: boolean;
  /** Whether every call is refused, whatever the roles; undefined where that isn't known. */
  readonly areTokensRefused: boolean | undefined;
}

/** What the service account would get for a call now. */
export function VerdictLabel(props: VerdictLabelProps) {
  const t = useTranslate();
  const verdict = props.areTokensRefused === true ? "denied" : props.verdict;
  return (
    <Label isCompact {...looks[verdict]} data-testid={`verdict-${verdict}`}>
      {t(`verdict.${keyOf(props)}`)}
    </Label>
  );
}
