import { useMemo } from "react";
import { riskOf } from "../../../access/model/risk.ts";
import type { Preset, RoleReference } from "../../../catalog/presets/presets.ts";
import { nameOf } from "../../../texts/preset-texts.ts";
import { nameRole } from "../../context/name-role.ts";
import { joinNames, useTranslate } from "../../context/use-translate.ts";
import { Radio } from "../../parts/patternfly/radio.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { ReachLine } from "./ReachLine.tsx";
import { RiskInWords } from "./RiskInWords.tsx";

interface ChoiceCardProps {
  /** Names the choices that exclude each other. */
  readonly group: string;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly presets: readonly Preset[];
  readonly isChosen: boolean;
  /** Roles that the administrator can't grant: then it can't be chosen. */
  readonly refused: readonly RoleReference[];
  readonly onChoose: () => void;
}

/** One of several choices, as a card with a radio button: what it is for, what it gives, and what that allows at worst. */
export function ChoiceCard(props: ChoiceCardProps) {
  const { group, id, title, about, isChosen, refused, onChoose } = props;
  const t = useTranslate();
  // Which presets they are stays the same as long as the card does.
  const key = props.presets.map((preset) => preset.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it.
  const presets = useMemo(() => props.presets, [key]);
  const risk = riskOf(...presets);
  const isRefused = refused.length > 0;
  const names = joinNames(presets.map((preset) => nameOf(t, preset)));
  return (
    <div
      className={pf(
        `c-card pf-m-compact pf-m-flat pf-m-selectable ${isRefused ? "pf-m-disabled" : ""}`,
      )}
      data-testid={`choice-${id}`}
    >
      <div className={pf("c-card__header")}>
        <div className={pf("c-card__actions")}>
          <div className={pf("c-card__selectable-actions")}>
            <Radio
              id={`new-client-choice-${id}`}
              name={group}
              className="pf-m-standalone"
              label={<span className={pf("u-screen-reader")}>{title}</span>}
              aria-describedby={`${id}-about`}
              isChecked={isChosen}
              isDisabled={isRefused}
              onChange={onChoose}
            />
          </div>
        </div>
        <div className={pf("c-card__header-main")}>
          <strong>{title}</strong>
        </div>
      </div>
      <div className={pf("c-card__body")} id={`${id}-about`}>
        <p>{about}</p>
        {title === names ? null : <p className={pf("u-color-200 u-mt-sm")}>{names}</p>}
        {risk === undefined ? null : (
          <div className={pf("u-mt-xs")}>
            <RiskInWords risk={risk} isWorstAlone />
          </div>
        )}
        <p className={pf("u-color-200 u-font-size-sm u-mt-xs")}>
          <ReachLine presets={presets} />
        </p>
        {isRefused ? (
          <p className={pf("u-font-size-sm u-mt-xs")}>
            {t("newClient.cannotGrant", { roles: joinNames(refused.map(nameRole)) })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
