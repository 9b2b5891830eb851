import { describePreset } from "../../../../lab/role-matrix/describe-preset.ts";
import type { PageData } from "../../../../lab/role-matrix/page/page-data.ts";
import texts from "../../../../messages/messages_en.properties";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { newerFile, olderFile, sampleTexts } from "./sample-measurements.ts";

const [lookup, management] = presets;

/** A page of two presets, whose names try to be markup. */
export const samplePage: PageData = {
  project: "1.2.3",
  measured: [newerFile, olderFile],
  names: sampleTexts,
  presets: [lookup, management].flatMap((preset) => {
    if (preset === undefined) return [];
    return { ...describePreset(preset, texts), name: `<b>${preset.id}</b></script>` };
  }),
};
