import { memo } from "react";
import { toOneLine } from "../../access/pasted/one-line-text.ts";
import { useTranslate } from "../context/use-translate.ts";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchField } from "../parts/SearchField.tsx";
import { filterOptions, type Search } from "../question/search-presets.ts";

interface PresetToolbarProps {
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
  /** Whether the realm has presets of its own, which are a group then. */
  readonly hasOwn: boolean;
  /** The search field is being used: what it answers from can be loaded. */
  readonly onBegin: () => void;
}

/** The search field, and the filters beside it. */
export const PresetToolbar = memo(ToolbarOfPresets);

function ToolbarOfPresets({ search, onSearch, hasOwn, onBegin }: PresetToolbarProps) {
  const t = useTranslate();
  return (
    <>
      <Title headingLevel="h2" size="md" className={pf("u-mb-sm")}>
        {t("search.label")}
      </Title>
      <div className={pf("l-flex u-mb-md")}>
        <div style={{ flex: "0 1 30rem" }}>
          <SearchField
            label={t("search.label")}
            placeholder={t("search.placeholder")}
            text={search.text}
            onFocus={onBegin}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData("text");
              // A browser would join several lines without a gap.
              if (!/[\r\n]/.test(pasted.trim())) return;
              event.preventDefault();
              onBegin();
              onSearch({ ...search, text: toOneLine(pasted) });
            }}
            onText={(text) => {
              onBegin();
              onSearch({ ...search, text });
            }}
            data-testid="presetsSearch"
          />
        </div>
        <FilterSelect
          filter="state"
          options={filterOptions.state}
          chosen={search.state}
          nameOf={(state) => t(`filter.state.${state}`)}
          onChoose={(state) => onSearch({ ...search, state })}
        />
        <FilterSelect
          filter="risk"
          options={filterOptions.risk}
          chosen={search.risk}
          nameOf={(level) => t(`filter.risk.${level}`)}
          onChoose={(risk) => onSearch({ ...search, risk })}
        />
        <FilterSelect
          filter="group"
          options={filterOptions.group.filter((group) => hasOwn || group !== "custom")}
          chosen={search.group}
          nameOf={(group) => t(`group.${group}`)}
          onChoose={(group) => onSearch({ ...search, group })}
        />
      </div>
    </>
  );
}
