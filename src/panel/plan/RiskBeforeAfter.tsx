import type { Risk } from "../../access/model/risk.ts";
import type { PlanVerdict } from "../../access/plan/plan-verdict.ts";
import { useTranslate } from "../context/use-translate.ts";
import { nameConsequences } from "../parts/name-consequences.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskBadge } from "../parts/RiskLabel.tsx";

/** The worst that a client can do before a plan and after it, in one line. */
export function RiskBeforeAfter({ verdict: { before, after } }: { readonly verdict: PlanVerdict }) {
  const t = useTranslate();
  return (
    <span style={{ display: "inline-flex", flexWrap: "wrap", gap: "0.25rem 0.5rem" }}>
      <span className={pf("u-screen-reader")}>{t("plan.verdict.now")}</span>
      <Worst risk={before} />
      <span aria-hidden="true">→</span>
      <span className={pf("u-screen-reader")}>{t("plan.verdict.after")}</span>
      <Worst risk={after} />
    </span>
  );
}

/** The worst that is allowed, or that nothing is. */
export function Worst({ risk }: { readonly risk: Risk | undefined }) {
  const t = useTranslate();
  if (risk === undefined) return t("plan.verdict.none");
  const worst = { ...risk, consequences: risk.consequences.slice(0, 1) };
  // Beside the label, since a label cuts off what is long.
  return (
    <>
      <RiskBadge risk={risk} isCompact /> {nameConsequences(t, worst)}
    </>
  );
}
