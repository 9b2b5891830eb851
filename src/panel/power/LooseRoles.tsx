import type { RoleReference } from "../../catalog/presets/presets.ts";
import { joinNames, sortedByName, useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Many would hide what the header is about: all of them are among the effective roles. */
const namedAtOnce = 6;

/** Admin roles that are in no applied preset. */
export function LooseRoles({ roles }: { readonly roles: readonly RoleReference[] }) {
  const t = useTranslate();
  const names = sortedByName(roles).map(({ name }) => name);
  const rest = names.length - namedAtOnce;
  const named = [
    ...names.slice(0, namedAtOnce),
    ...(rest > 0 ? [t("power.moreSources", { count: rest })] : []),
  ];
  return (
    <p className={pf("u-mb-xs")} data-testid="looseRoles">
      {t("power.looseRoles", { count: names.length, roles: joinNames(named) })}
    </p>
  );
}
