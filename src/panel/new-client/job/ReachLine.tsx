import { useMemo } from "react";
import { measuredRoleNames } from "../../../access/model/measured-role-names.ts";
import { powersOfHeld } from "../../../access/model/powers-of-held.ts";
import { adminRolesGivenBy } from "../../../access/model/roles-given-by.ts";
import type { Preset } from "../../../catalog/presets/presets.ts";
import { versionOfConsole } from "../../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../../context/panel-context.ts";
import { useKnowledge } from "../../context/use-knowledge.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { describePowersBriefly } from "./describe-powers.ts";

/** How far presets reach, as it was measured; a line is kept free for it until that is loaded. */
export function ReachLine({ presets }: { readonly presets: readonly Preset[] }) {
  const t = useTranslate();
  const { consoleScript } = usePanelContext();
  const { state, value: knowledge } = useKnowledge();
  const powers = useMemo(() => {
    if (knowledge === undefined) return undefined;
    const { matrix } = knowledge;
    const names = new Set(measuredRoleNames(adminRolesGivenBy(presets), matrix));
    const held = { names, reduced: new Set<string>(), possible: new Set<string>() };
    return powersOfHeld(held, matrix, versionOfConsole(consoleScript));
  }, [knowledge, presets, consoleScript]);
  if (powers !== undefined) return <span>{describePowersBriefly(t, powers)}</span>;
  return state.kind === "failed" ? null : <span aria-busy="true">…</span>;
}
