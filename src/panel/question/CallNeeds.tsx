import { Fragment } from "react";
import type { Requirement } from "../../access/question/requirement.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { Ask } from "./AskList.tsx";

interface CallNeedsProps {
  readonly requirement: Requirement;
  readonly knowledge: Knowledge;
  readonly onAsk: Ask;
}

/** The smallest roles that are enough; each name asks which presets give that role. */
export function CallNeeds({ requirement, knowledge, onAsk }: CallNeedsProps) {
  const t = useTranslate();
  const { masterRoles } = knowledge.matrix;
  const { roleSets, presetSets, isPartial } = requirement;
  const isOfMaster = roleSets.flat().some((role) => masterRoles.includes(role));
  const nameOf = (role: string) =>
    masterRoles.includes(role) ? t("answer.roleOfMaster", { role }) : role;
  return (
    <span className={pf("u-color-200")} data-testid="needs">
      {roleSets.length === 0 ? t("answer.noRole") : t("answer.needs")}{" "}
      {roleSets.map((set, place) => (
        <Fragment key={set.join(" ")}>
          {place === 0 ? null : ` ${t("answer.or")} `}
          {set.map((role, index) => (
            <Fragment key={role}>
              {index === 0 ? null : " + "}
              <Button variant="link" isInline onClick={() => onAsk(role)}>
                {nameOf(role)}
              </Button>
            </Fragment>
          ))}
        </Fragment>
      ))}
      {presetSets.length === 0
        ? ` ${t(isOfMaster ? "answer.presetOfMaster" : "answer.noPreset")}`
        : null}
      {isPartial ? ` ${t("answer.partialWhy")}` : null}
    </span>
  );
}
