import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { presetAttribute } from "../../access/custom/store-of.ts";
import { presetToJson, writeCustomPreset } from "../../access/custom/write-custom-preset.ts";
import { printableJson } from "../../formats/printable-json.ts";
import { printableYaml } from "../../formats/printable-yaml.ts";
import { storeRepresentation } from "../../keycloak/custom/create-store.ts";

/** What presets can be written as. */
export const customFormats = ["json", "yaml", "realm"] as const;

type CustomFormat = (typeof customFormats)[number];

/** A preset as files have it. */
export const presetInFile = (preset: CustomPreset) => ({ id: preset.id, ...presetToJson(preset) });

/** Presets as a file: of their own, or of a realm that holds nothing but them. */
export function exportPresets(
  presets: readonly CustomPreset[],
  format: CustomFormat,
  realm: string,
): string {
  if (format === "realm") {
    const attributes = presets.map((it) => [presetAttribute(it.id), writeCustomPreset(it)]);
    const store = storeRepresentation(Object.fromEntries(attributes));
    return printableJson({ realm, clients: [store] });
  }
  const file = { presets: presets.map(presetInFile) };
  return format === "json" ? printableJson(file) : printableYaml(file);
}
