import type { AccountFinding } from "../../access/survey/findings.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { TimesIcon } from "../parts/patternfly/icons.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { type AccountQuery, initialQuery, isSearching } from "./list-accounts.ts";

interface FilterChipsProps {
  readonly query: AccountQuery;
  readonly onQuery: (query: AccountQuery) => void;
  readonly presets: readonly Preset[];
  readonly findings: readonly AccountFinding[];
  /** How many rows fit, of how many; undefined where that isn't known. */
  readonly fitting: { readonly count: number; readonly all: number } | undefined;
}

interface Chip {
  readonly key: string;
  readonly text: string;
  /** The query without it. */
  readonly rest: AccountQuery;
}

/** What the list is narrowed by, each of which can be taken away, and how many rows fit. */
export function FilterChips({ query, onQuery, presets, findings, fitting }: FilterChipsProps) {
  const t = useTranslate();
  if (!isSearching(query)) return null;
  const found = findings.find(({ id }) => id === query.finding);
  const groups = [
    {
      name: t("filter.risk"),
      chips: query.risk.map((level): Chip => {
        const risk = query.risk.filter((other) => other !== level);
        return { key: level, text: t(`filter.risk.${level}`), rest: { ...query, risk } };
      }),
    },
    {
      name: t("accounts.preset"),
      chips: presets
        .filter(({ id }) => query.presets.includes(id))
        .map((preset): Chip => {
          const others = query.presets.filter((other) => other !== preset.id);
          const rest = { ...query, presets: others };
          return { key: preset.id, text: nameOf(t, preset), rest };
        }),
    },
    {
      name: t("finding.one"),
      chips:
        found === undefined
          ? []
          : [
              {
                key: found.id,
                text: t(`finding.${found.id}`, { count: found.rows.size, days: found.days ?? 0 }),
                rest: { ...query, finding: undefined },
              },
            ],
    },
  ];
  return (
    <div className={pf("l-flex pf-m-align-items-center u-mb-md")} data-testid="filterChips">
      {groups
        .filter(({ chips }) => chips.length > 0)
        .map(({ name, chips }) => (
          <div key={name} className={pf("c-chip-group pf-m-category")}>
            <div className={pf("c-chip-group__main")}>
              <span className={pf("c-chip-group__label")}>{name}</span>
              <ul className={pf("c-chip-group__list")} aria-label={name}>
                {chips.map(({ key, text, rest }) => (
                  <li key={key} className={pf("c-chip-group__list-item")}>
                    <div className={pf("c-chip")}>
                      <span className={pf("c-chip__content")}>
                        <span className={pf("c-chip__text")} style={{ maxWidth: "none" }}>
                          {text}
                        </span>
                      </span>
                      <span className={pf("c-chip__actions")}>
                        <Button
                          variant="plain"
                          aria-label={t("accounts.removeFilter", { name: text })}
                          onClick={() => onQuery(rest)}
                        >
                          <TimesIcon />
                        </Button>
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        ))}
      {fitting === undefined ? null : <span>{t("accounts.fitting", fitting)}</span>}
      <Button
        variant="link"
        isInline
        onClick={() =>
          onQuery({ ...initialQuery, sortBy: query.sortBy, isDescending: query.isDescending })
        }
        data-testid="clearFilters"
      >
        {t("search.clearAll")}
      </Button>
    </div>
  );
}
