import { Label, type LabelProps } from "@patternfly/react-core/dist/esm/components/Label/Label";
import { BanIcon } from "@patternfly/react-icons/dist/esm/icons/ban-icon";
import { CheckCircleIcon } from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import { ExclamationTriangleIcon } from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import { QuestionCircleIcon } from "@patternfly/react-icons/dist/esm/icons/question-circle-icon";
import type { Verdict } from "../../catalog/measured/measured-matrix.ts";
import { useTranslate } from "../context/use-translate.ts";

const looks = {
  allowed: { color: "green", icon: <CheckCircleIcon /> },
  filtered: { color: "orange", icon: <ExclamationTriangleIcon /> },
  denied: { color: "grey", icon: <BanIcon /> },
  unknown: { color: "grey", icon: <QuestionCircleIcon /> },
} as const satisfies Record<Verdict, Pick<LabelProps, "color" | "icon">>;

/** What the service account would get for a call now. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslate();
  return (
    <Label isCompact {...looks[verdict]} data-testid={`verdict-${verdict}`}>
      {t(`verdict.${verdict}`)}
    </Label>
  );
}
