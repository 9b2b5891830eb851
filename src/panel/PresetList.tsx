import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { DataList } from "@patternfly/react-core/dist/esm/components/DataList/DataList";
import { Title } from "@patternfly/react-core/dist/esm/components/Title/Title";
import type { PresetState } from "../access/preset-state.ts";
import { presetGroups } from "../catalog/presets.ts";
import { PresetRow, type PresetRowActions } from "./PresetRow.tsx";
import { useTranslate } from "./use-translate.ts";

interface PresetListProps extends PresetRowActions {
  /** The presets that fit the search. */
  readonly shown: readonly PresetState[];
  readonly onClearSearch: () => void;
}

/** The presets, group by group. */
export function PresetList({ shown, onClearSearch, ...actions }: PresetListProps) {
  const t = useTranslate();
  if (shown.length === 0) {
    return (
      <p data-testid="presetsNoMatch">
        {t("search.noMatch")}{" "}
        <Button variant="link" isInline onClick={onClearSearch}>
          {t("search.clearAll")}
        </Button>
      </p>
    );
  }
  return presetGroups.map((group) => {
    const states = shown.filter(({ preset }) => preset.group === group);
    if (states.length === 0) return null;
    return (
      <section key={group} className="pf-v5-u-mb-lg" aria-labelledby={`presets-${group}`}>
        <Title headingLevel="h2" size="md" id={`presets-${group}`} className="pf-v5-u-mb-sm">
          {t(`group.${group}`)}
        </Title>
        <DataList aria-label={t(`group.${group}`)} isCompact>
          {states.map((state) => (
            <PresetRow key={state.preset.id} state={state} {...actions} />
          ))}
        </DataList>
      </section>
    );
  });
}
