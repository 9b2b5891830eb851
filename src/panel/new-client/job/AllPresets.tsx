import { useMemo, useState } from "react";
import { riskOf } from "../../../access/model/risk.ts";
import { presetStates } from "../../../access/presets/preset-state.ts";
import { type Preset, presetGroups } from "../../../catalog/presets/presets.ts";
import { nameOf, purposeOf } from "../../../texts/preset-texts.ts";
import { nameRole } from "../../context/name-role.ts";
import { inEnglish, joinNames, useTranslate } from "../../context/use-translate.ts";
import { Checkbox } from "../../parts/patternfly/checkbox.ts";
import { Title } from "../../parts/patternfly/text.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { SearchField } from "../../parts/SearchField.tsx";
import { emptySearch, searchPresets } from "../../question/search-presets.ts";
import { type ChoiceProps, refusedOf } from "./choice.ts";
import { ReachLine } from "./ReachLine.tsx";
import { RiskInWords } from "./RiskInWords.tsx";

/** All presets by groups, of which several can be chosen, with a search. */
export function AllPresets({ presets, snapshot, chosen, onChoose }: ChoiceProps) {
  const t = useTranslate();
  const [text, setText] = useState("");
  const states = useMemo(() => presetStates(snapshot, presets), [snapshot, presets]);
  const found = searchPresets(states, { ...emptySearch, text }, [t, inEnglish]);
  const toggle = (preset: Preset, isChosen: boolean) =>
    onChoose(
      presets.filter(({ id }) =>
        id === preset.id ? isChosen : chosen.some((other) => other.id === id),
      ),
    );
  return (
    <div data-testid="allPresets">
      <div className={pf("u-mb-md")}>
        <SearchField
          label={t("newClient.search")}
          text={text}
          onText={setText}
          data-testid="newClientSearch"
        />
      </div>
      {found.length === 0 ? <p role="status">{t("newClient.noMatch")}</p> : null}
      {presetGroups.map((group) => {
        const ofGroup = found.filter(({ preset }) => preset.group === group);
        return ofGroup.length === 0 ? null : (
          <section key={group} className={pf("u-mb-md")} aria-labelledby={`choose-${group}`}>
            <Title headingLevel="h2" size="md" id={`choose-${group}`} className={pf("u-mb-sm")}>
              {t(`group.${group}`)}
            </Title>
            {ofGroup.map(({ preset }) => (
              <PresetChoice
                key={preset.id}
                preset={preset}
                refusedRoles={refusedOf([preset], snapshot).map(nameRole)}
                isChosen={chosen.some(({ id }) => id === preset.id)}
                onToggle={(isChosen) => toggle(preset, isChosen)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface PresetChoiceProps {
  readonly preset: Preset;
  readonly refusedRoles: readonly string[];
  readonly isChosen: boolean;
  readonly onToggle: (isChosen: boolean) => void;
}

function PresetChoice({ preset, refusedRoles, isChosen, onToggle }: PresetChoiceProps) {
  const t = useTranslate();
  const risk = riskOf(preset);
  const alone = useMemo(() => [preset], [preset]);
  return (
    <div className={pf("u-mb-md")} data-testid={`choose-${preset.id}`}>
      <Checkbox
        id={`new-client-preset-${preset.id}`}
        label={nameOf(t, preset)}
        description={
          <>
            {purposeOf(t, preset)}{" "}
            {refusedRoles.length === 0
              ? null
              : t("newClient.cannotGrant", { roles: joinNames(refusedRoles) })}
          </>
        }
        body={
          <>
            {risk === undefined ? null : <RiskInWords risk={risk} isWorstAlone />}
            <div className={pf("u-color-200 u-font-size-sm")}>
              <ReachLine presets={alone} />
            </div>
          </>
        }
        isChecked={isChosen}
        isDisabled={refusedRoles.length > 0 && !isChosen}
        onChange={(_, next) => onToggle(next)}
      />
    </div>
  );
}
