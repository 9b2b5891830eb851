import { join } from "node:path";
import type { Plugin } from "esbuild";

/** What the theme can be built without, each with the modules that a stub stands in for. */
const features = {
  ends: {
    modules:
      /\/(ends\/EndsOfPlan|ends\/use-plan-ends|ends\/carry-out-with-ends|ends\/read-ends|EndsNotice)\.tsx?$/,
    stub: "tools/build/no-ends-stub.ts",
  },
} as const;

/** A part of the theme that can be left out. */
export type Feature = keyof typeof features;

/** The parts of the theme that can be left out. */
export const optionalFeatures = Object.keys(features) as readonly Feature[];

/** Leaves parts out of the theme, so that what they do isn't in its scripts at all. */
export const withoutFeatures = (root: string, without: readonly Feature[]): Plugin => ({
  name: "without-features",
  setup({ onResolve }) {
    for (const feature of without) {
      const { modules, stub } = features[feature];
      onResolve({ filter: modules }, ({ importer }) =>
        importer.endsWith(stub) ? undefined : { path: join(root, stub) },
      );
    }
  },
});
