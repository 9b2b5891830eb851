import { join } from "node:path";
import type { Plugin } from "esbuild";
import { readTexts } from "./read-texts.ts";
import { untranslatedList } from "./untranslated.ts";

interface LeftOut {
  /** The modules that the stub stands in for. */
  readonly modules: RegExp;
  readonly stub: string;
  /** Keys of texts that nothing else shows. */
  readonly texts?: RegExp;
}

/** What the theme can be built without. */
const features = {
  "custom-presets": {
    modules:
      /\/(custom\/(ReadPresets|CreatePreset|DeletePreset|PresetEditor|StoreProblems|read-realm-presets|read-store|carry-out-with-own-presets)|read-own-presets|filtered-groups)\.tsx?$/,
    stub: "tools/build/no-custom-presets-stub.ts",
    texts:
      /^(custom|ownPreset)\.|^(group|presets)\.custom$|^preset\.(addedIn|takenOutIn)Revision$|^problem\.presetChanged$|^bulk\.(mode|confirm)\.update|^finding\.remedy\.update$|^status\.changed$/,
  },
  ends: {
    modules:
      /\/(ends\/(EndsOfPlan|ChangedEnds|use-plan-ends|carry-out-with-ends|read-ends)|BulkEndField|EndsNotice)\.tsx?$/,
    stub: "tools/build/no-ends-stub.ts",
  },
} as const satisfies Readonly<Record<string, LeftOut>>;

/** A part of the theme that can be left out. */
export type Feature = keyof typeof features;

/** The parts of the theme that can be left out. */
export const optionalFeatures = Object.keys(features) as readonly Feature[];

/** Leaves parts out of the theme, so that what they do isn't in its scripts at all. */
export const withoutFeatures = (root: string, without: readonly Feature[]): Plugin => ({
  name: "without-features",
  setup({ onLoad, onResolve }) {
    const leftOut: readonly LeftOut[] = without.map((feature) => features[feature]);
    const isLeftOut = (key: string) => leftOut.some(({ texts }) => texts?.test(key) === true);
    if (leftOut.some(({ texts }) => texts !== undefined)) {
      onLoad({ filter: /\.properties$/ }, async ({ path, suffix }) => ({
        contents: JSON.stringify(
          JSON.parse(await readTexts(path, suffix), (key, value: unknown) =>
            isLeftOut(key) ? undefined : value,
          ),
        ),
        loader: "json",
        watchFiles: [path, untranslatedList(path)],
      }));
    }
    for (const { modules, stub } of leftOut) {
      onResolve({ filter: modules }, ({ importer }) =>
        importer.endsWith(stub) ? undefined : { path: join(root, stub) },
      );
    }
  },
});
