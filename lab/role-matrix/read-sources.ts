import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { presets } from "../../src/catalog/presets/presets.ts";
import { readTexts } from "../../tools/build/read-texts.ts";
import { describePreset } from "./describe-preset.ts";
import type { PageData } from "./page/page-data.ts";
import { type Measurement, readMeasurements } from "./read-measurements.ts";

/** What the documents are made of. */
export interface Sources {
  /** Oldest first. */
  readonly measurements: readonly Measurement[];
  readonly page: PageData;
}

/** Reads measurements, presets and English texts of the project in this folder. */
export async function readSources(root: string): Promise<Sources> {
  const readJson = async (text: Promise<string>) => JSON.parse(await text);
  const textsOf = (name: string) => readJson(readTexts(join(root, "messages", name), ""));
  const [measurements, names, texts, { version }] = await Promise.all([
    readMeasurements(join(root, "src/catalog/measured")),
    textsOf("calls_en.properties"),
    textsOf("messages_en.properties"),
    readJson(readFile(join(root, "package.json"), "utf8")),
  ]);
  const page = {
    project: version,
    measured: measurements.map(({ file }) => file).reverse(),
    names,
    presets: presets.map((preset) => describePreset(preset, texts)),
  };
  return { measurements, page };
}
