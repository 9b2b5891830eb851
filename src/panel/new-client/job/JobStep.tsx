import type { ReactNode } from "react";
import { nameOf } from "../../../texts/preset-texts.ts";
import { joinNames, useTranslate } from "../../context/use-translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { AllPresets } from "./AllPresets.tsx";
import type { ChoiceProps } from "./choice.ts";
import { JobCards } from "./JobCards.tsx";
import { PastedCalls } from "./PastedCalls.tsx";

/** The ways to say what the program is for, the usual one first. */
export const jobViews = ["jobs", "paste", "all"] as const;

/** One of them. */
export type JobView = (typeof jobViews)[number];

interface JobStepProps extends ChoiceProps {
  readonly view: JobView;
  readonly onView: (view: JobView) => void;
  /** Goes on without a preset. */
  readonly onSkip: () => void;
}

/** Step 1: what the program is for. */
export function JobStep({ view, onView, onSkip, ...choice }: JobStepProps) {
  const t = useTranslate();
  const names = joinNames(choice.chosen.map((preset) => nameOf(t, preset)));
  // A long list would push them out of sight.
  const areWaysFirst = view === "all";
  return (
    <>
      {areWaysFirst ? null : <div className={pf("u-mb-md")}>{content()}</div>}
      <p className={pf(areWaysFirst ? "u-mt-sm" : "")} role="status" data-testid="chosenPresets">
        {choice.chosen.length === 0
          ? t("newClient.chosenNone")
          : t("newClient.chosen", { presets: names })}
      </p>
      <div className={pf("l-flex u-mt-sm")}>
        {jobViews
          .filter((other) => other !== view)
          .map((other) => (
            <Button
              key={other}
              variant="link"
              isInline
              onClick={() => onView(other)}
              data-testid={`jobView-${other}`}
            >
              {t(`newClient.view.${other}`)}
            </Button>
          ))}
        <Button variant="link" isInline onClick={onSkip} data-testid="skipPreset">
          {t("newClient.skip")}
        </Button>
      </div>
      {areWaysFirst ? <div className={pf("u-mt-md")}>{content()}</div> : null}
    </>
  );

  function content(): ReactNode {
    switch (view) {
      case "jobs":
        return <JobCards {...choice} />;
      case "paste":
        return <PastedCalls {...choice} />;
      case "all":
        return <AllPresets {...choice} />;
    }
  }
}
