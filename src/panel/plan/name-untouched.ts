import { includingRole } from "../../access/model/resolve-roles.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Untouched } from "../../access/plan/plan.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameRole } from "../context/name-role.ts";

/** Why a plan leaves a role of its presets as it is. */
export function nameUntouched(t: Translate, untouched: Untouched, snapshot: Snapshot): string {
  const { role, why } = untouched;
  const isHeld = why === "included" || why === "heldOtherwise";
  const including = isHeld ? includingRole(role, snapshot) : undefined;
  return t(including === undefined ? `untouched.${why}` : "untouched.includedIn", {
    role: nameRole(role),
    including: including?.name ?? "",
    preset: why === "neededBy" ? nameOf(t, untouched.preset) : "",
  });
}
