import { useCallback, useMemo, useState } from "react";
import { checkDraft, type PresetDraft } from "../../access/custom/check-draft.ts";
import {
  type CustomPreset,
  type CustomRole,
  customRoleKey,
} from "../../access/custom/custom-preset.ts";
import { customPresetLimits } from "../../access/custom/limits.ts";
import { presetIdFor } from "../../access/custom/preset-id.ts";
import { compareRoles, revisePreset } from "../../access/custom/revise-preset.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { presets } from "../../catalog/presets/presets.ts";
import { useTranslate } from "../context/use-translate.ts";
import { builtInNames } from "./built-in-names.ts";
import type { EditorBegin } from "./editor-begin.ts";

const curatedIds = presets.map(({ id }) => id);

/** Each role once: a caller may name some twice. */
const once = (roles: readonly CustomRole[]) => [
  ...new Map(roles.map((role) => [customRoleKey(role), role])).values(),
];

function draftOf(begin: EditorBegin): PresetDraft {
  if (begin.kind === "new")
    return { name: begin.name ?? "", purpose: "", roles: once(begin.roles) };
  const { name, purpose, roles } = begin.preset;
  return { name, purpose, roles };
}

/** What a person fills in, and what is wrong with it. */
export function usePresetForm(store: Store, begin: EditorBegin) {
  const t = useTranslate();
  const [initial] = useState(() => draftOf(begin));
  const [draft, setDraft] = useState(initial);
  const builtIn = useMemo(() => builtInNames(t), [t]);
  const stored = begin.kind === "edit" ? begin.preset : undefined;
  const others = store.kind === "found" ? store.presets : [];
  const trimmed = { ...draft, name: draft.name.trim(), purpose: draft.purpose.trim() };
  const taken = new Set([...curatedIds, ...(store.kind === "found" ? store.values.keys() : [])]);
  const id = stored?.id ?? presetIdFor(trimmed.name, taken);
  const change = compareRoles(initial.roles, draft.roles);
  const isChanged =
    draft.name !== initial.name ||
    draft.purpose !== initial.purpose ||
    change.gained.length + change.lost.length > 0;
  const { roles } = draft;
  const keys = useMemo(() => new Set(roles.map(customRoleKey)), [roles]);
  const remove = useCallback(
    (role: CustomRole) =>
      setDraft((before) => ({
        ...before,
        roles: before.roles.filter((other) => customRoleKey(other) !== customRoleKey(role)),
      })),
    [],
  );
  return {
    ...{ initial, draft, setDraft, id, change },
    problems: checkDraft(trimmed, id, builtIn, others),
    /** Whether something would be lost. */
    isChanged,
    /** Whether there is something to save: what is new was never saved. */
    isWorthSaving: stored === undefined || isChanged,
    /** Whether no further role can be added. */
    isFull: roles.length >= customPresetLimits.roles,
    has: (role: CustomRole) => keys.has(customRoleKey(role)),
    /** Adds roles; what there is no room for is left out. */
    add: (more: readonly CustomRole[]) =>
      setDraft({ ...draft, roles: once([...roles, ...more]).slice(0, customPresetLimits.roles) }),
    remove,
    /** The preset as it is to be stored. */
    wanted: (): CustomPreset =>
      stored === undefined
        ? { ...trimmed, id, revision: 1, formerly: [] }
        : revisePreset(stored, trimmed),
    /** The stored value that it was made from. */
    expected:
      stored === undefined || store.kind !== "found" ? undefined : store.values.get(stored.id),
  };
}

/** What {@link usePresetForm} returns. */
export type PresetForm = ReturnType<typeof usePresetForm>;
