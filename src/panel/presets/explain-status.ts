import type { PresetState } from "../../access/presets/preset-state.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames } from "../context/use-translate.ts";
import { describeDenial } from "../policy/describe-denial.ts";

function unavailableReason({ preset, status }: PresetState, isMaster: boolean) {
  const names = status.kind === "unavailable" ? status.roles.map(({ name }) => name) : [];
  if (preset.onlyIn !== undefined) return `reason.unavailable.${preset.onlyIn}` as const;
  if (isMaster && names.includes("realm-admin")) return "reason.unavailable.realmAdmin";
  return preset.group === "organizations"
    ? "reason.unavailable.organizations"
    : "reason.unavailable";
}

/**
 * Why a preset is not applied, or does not work, where that takes a sentence.
 *
 * @returns undefined where the state says everything
 */
export function explainStatus(
  t: Translate,
  state: PresetState,
  isMaster: boolean,
): string | undefined {
  const { status } = state;
  if (status.kind === "lacksClientScope") {
    return t("reason.lacksClientScope", { clientScope: status.clientScope.name });
  }
  if (status.kind === "accountOff") return t("reason.accountOff");
  if (status.kind === "notAllowed") return describeDenial(t, status.denial);
  if (!("roles" in status)) return undefined;
  const roles = joinNames(status.roles.map(nameRole));
  const key =
    status.kind === "unavailable"
      ? unavailableReason(state, isMaster)
      : (`reason.${status.kind}` as const);
  return t(key, { roles });
}
