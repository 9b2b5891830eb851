/**
 * What explains presets, roles and calls from what was measured, loaded together as one script: each
 * script more that shares parts with others cuts what the opened tab loads into more pieces.
 */

export { carryOutWithOwnPresets } from "../../keycloak/custom/carry-out-with-own-presets.ts";
export { carryOutWithEnds } from "../../keycloak/ends/carry-out-with-ends.ts";
export { nameDone } from "../change/name-done.ts";
export { Toasts } from "../change/Toasts.tsx";
export { AccessDenied } from "../client/AccessDenied.tsx";
export { NothingToShow } from "../client/NothingToShow.tsx";
export { CreatePreset } from "../custom/CreatePreset.tsx";
export { ReadPresets } from "../custom/ReadPresets.tsx";
export { ClientOwner } from "../ownership/ClientOwner.tsx";
export { FinePermissionsNotice } from "../permissions/FinePermissionsNotice.tsx";
export { PolicyAlert } from "../policy/PolicyAlert.tsx";
export { DeniedCalls } from "../power/DeniedCalls.tsx";
export { HeaderNotices } from "../power/HeaderNotices.tsx";
export { LooseRoles } from "../power/LooseRoles.tsx";
export { PowerDetails } from "../power/PowerDetails.tsx";
export { RolePopover } from "../roles/RolePopover.tsx";
export { PresetDetails } from "./PresetDetails.tsx";
export { SearchAnswer } from "./SearchAnswer.tsx";
export { UnknownPreset } from "./UnknownPreset.tsx";
export { UpgradeNote } from "./UpgradeNote.tsx";
