import type { PresetState, PresetStatus } from "../../access/presets/preset-state.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckCircleIcon, ExclamationTriangleIcon } from "../parts/patternfly/icons.ts";
import { Label } from "../parts/patternfly/label.ts";

/** A preset's state in words. */
function nameStatus(
  t: Translate,
  status: Exclude<PresetStatus, { kind: "unknown" }>,
  roles: PresetState["roles"],
): string {
  switch (status.kind) {
    case "notGrantable": {
      // What is held already need not be granted.
      const granted = roles.filter(({ state }) => state === "missing").length;
      const count = granted + status.roles.length;
      return granted === 0 ? t("status.notGrantable") : t("status.grantable", { granted, count });
    }
    case "missing":
      return t("status.held", { held: status.held, count: roles.length });
    case "includedIn":
      return t("status.includedIn", { preset: nameOf(t, status.preset) });
    default:
      return t(`status.${status.kind}`);
  }
}

/**
 * A preset's state as a label, blue where it is held: green is for what was checked. Nothing where none of its roles is held, since that is the usual case, and
 * where nothing of it may be seen, since that is said once for all.
 */
export function StatusLabel({ state }: { readonly state: PresetState }) {
  const t = useTranslate();
  const { status, roles } = state;
  if (status.kind === "unknown") return null;
  if (status.kind === "missing" && status.held === 0) return null;
  const isHeld = status.kind === "applied" || status.kind === "includedIn";
  const isDenied = ["changed", "outOfScope", "lacksClientScope", "accountOff", "reduced"].includes(
    status.kind,
  );
  return (
    <Label
      isCompact
      color={isHeld ? "blue" : isDenied ? "orange" : "grey"}
      variant={isHeld || isDenied ? "filled" : "outline"}
      icon={isHeld ? <CheckCircleIcon /> : isDenied ? <ExclamationTriangleIcon /> : undefined}
      data-testid="presetState"
      data-state={status.kind}
    >
      {nameStatus(t, status, roles)}
    </Label>
  );
}
