import type { Goal } from "../../access/plan/plan.ts";
import type { Advice } from "../../access/use/advise.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { CallsByFamily } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface SmallerAccessProps {
  readonly advice: Advice;
  readonly knowledge: Knowledge;
  readonly onPlan: (goal: Goal) => void;
}

/** The presets that cover what was used, what goes with all else, and the way to replace the access by them. */
export function SmallerAccess({ advice, knowledge, onPlan }: SmallerAccessProps) {
  const t = useTranslate();
  const { presets, roles, difference } = advice;
  if (roles === undefined) return <p>{t("use.noRole")}</p>;
  if (presets === undefined) return <p>{t("use.onlyRoles", { roles: joinNames(roles) })}</p>;
  const names = joinNames(presets.presets.map((preset) => nameOf(t, preset)));
  const lost = difference?.lost ?? [];
  if (lost.length === 0) {
    return <p data-testid="useAdvice">{t("use.noSmaller", { presets: names })}</p>;
  }
  return (
    <>
      <p data-testid="useAdvice">{t("use.covers", { presets: names, count: lost.length })}</p>
      <div className={pf("u-my-sm")}>
        <Button
          variant="secondary"
          size="sm"
          onClick={() => onPlan({ mode: "exact", presets: presets.presets })}
          data-testid="replaceByUse"
        >
          {t("use.replace")}
        </Button>
      </div>
      <Fold text={t("effect.lost", { count: lost.length })}>
        {() => <CallsByFamily calls={lost} knowledge={knowledge} />}
      </Fold>
    </>
  );
}
