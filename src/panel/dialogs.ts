/**
 * What is rarer than Apply, loaded together as one script: each script more that shares parts with
 * others cuts what the opened tab loads into more pieces.
 */
export { PresetsDialog } from "./PresetsDialog.tsx";
export { RealmPicker } from "./RealmPicker.tsx";
export { ServiceAccountOff } from "./ServiceAccountOff.tsx";
