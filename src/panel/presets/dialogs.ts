/**
 * What is rarer than Apply, loaded together as one script: each script more that shares parts with
 * others cuts what the opened tab loads into more pieces.
 */

export { escapeInvisible } from "../../formats/escape-invisible.ts";
export { createAdminApi } from "../../keycloak/api/admin-api.ts";
export { readRecordedUse } from "../../keycloak/client/read-recorded-use.ts";
export { readRoleSources } from "../../keycloak/client/read-role-sources.ts";
export { presetPlaceOf } from "../../keycloak/custom/preset-place.ts";
export { readRealmPresets } from "../../keycloak/custom/read-realm-presets.ts";
export { storeInAnswer } from "../../keycloak/custom/read-store.ts";
export { readActors } from "../../keycloak/events/read-actors.ts";
export { readAdminEvents, readEventSettings } from "../../keycloak/events/read-admin-events.ts";
export { AccountNotFound } from "../account/AccountNotFound.tsx";
export { ServiceAccountOff } from "../account/ServiceAccountOff.tsx";
export { RealmPicker } from "../client/RealmPicker.tsx";
export { doubtsAbout } from "../custom/doubts.ts";
export { StoreProblems } from "../custom/StoreProblems.tsx";
export { CallHolders } from "../survey/CallHolders.tsx";
export { PresetsDialog } from "./PresetsDialog.tsx";
