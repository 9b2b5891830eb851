import { useMemo, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { toLines } from "../../access/pasted/one-line-text.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { Answer } from "../../access/question/answer-question.ts";
import type { FoundPresets } from "../../access/question/found-presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { KnowledgeHandle } from "../context/use-knowledge.ts";
import { inEnglish, joinNames, useTranslate } from "../context/use-translate.ts";
import {
  emptySearch,
  filterPresets,
  isSearching,
  othersShown,
  rankOf,
  type Search,
  searchPresets,
} from "./search-presets.ts";

/** What is searched for, and what came of it. */
export interface SearchHandle {
  readonly search: Search;
  readonly setSearch: (search: Search) => void;
  /** Whether a text is searched for, not only filtered. */
  readonly isAsked: boolean;
  /** What the text says about calls; undefined where it is about none, or that isn't known yet. */
  readonly answer: Answer | undefined;
  /** What is recommended; undefined where the text is about nothing, or that isn't known yet. */
  readonly found: FoundPresets | undefined;
  /** The presets that are shown. */
  readonly shown: readonly PresetState[];
  /** Whether others may still turn out to fit: what was measured alone tells whether a text names calls. */
  readonly isUndecided: boolean;
  /** What is read aloud: how many rows are shown, or what is recommended. */
  readonly status: { readonly fitting: number | undefined; readonly found: string | undefined };
}

/** Searches the presets that are listed. */
export function useSearch(
  listed: readonly PresetState[],
  snapshot: Snapshot,
  knowledge: KnowledgeHandle,
): SearchHandle {
  const t = useTranslate();
  const [search, setSearch] = useState(emptySearch);
  const { value: known } = knowledge;
  const text = toLines(search.text);
  const isAsked = text.trim() !== "";
  const isUndecided = isAsked && known === undefined;
  const answer = useMemo(
    () => (isAsked ? known?.answer(text, snapshot) : undefined),
    [known, text, isAsked, snapshot],
  );
  const languages = [t, inEnglish];
  const fitting = searchPresets(listed, { ...search, text }, languages);
  const found = isAsked ? known?.recommend(question(), snapshot) : undefined;
  const { best, others = [] } = found?.recommendation ?? {};
  const recommended = [best, ...others].flatMap((it) => it?.presets ?? []);
  const shown =
    found === undefined ? fitting : listed.filter(({ preset }) => recommended.includes(preset));
  const isCounted = isSearching(search) && found === undefined;
  return {
    ...{ search, setSearch, isAsked, answer, found, shown, isUndecided },
    status: {
      fitting: isCounted && !(isUndecided && shown.length === 0) ? shown.length : undefined,
      found: describeFound(),
    },
  };

  function question() {
    return {
      answer,
      fitting: fitting.map(({ preset }) => ({ preset, rank: rankOf(preset, text, languages) })),
      among: filterPresets(listed, search).map(({ preset }) => preset),
    };
  }

  function describeFound(): string | undefined {
    if (isUndecided && knowledge.state.kind === "failed") return t("knowledge.failed");
    if (found === undefined) return undefined;
    if (best === undefined) return t("search.noMatch");
    const presets = joinNames(best.presets.map((preset) => nameOf(t, preset)));
    const count = others.filter((other) => other.presets.length === 1).length;
    const more = t("answer.said.others", { count, shown: Math.min(count, othersShown) });
    return `${t("answer.said.best", { presets })} ${count === 0 ? "" : more}`.trim();
  }
}
