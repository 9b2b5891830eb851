import { build, type Metafile } from "esbuild";
import { propertiesAsJson } from "./properties-as-json.ts";
import { versionOfPackage } from "./version-of-package.ts";
import { withoutClientsV2 } from "./without-clients-v2.ts";

/**
 * Bundles the command line into one script that needs nothing but Node.
 *
 * @param outfile where it is written to
 * @param entry the file that it begins with; its exports stay
 * @returns which sources it is made of
 * @throws when a source does not bundle; esbuild has then printed where
 */
export async function bundleCli(
  root: string,
  outfile: string,
  entry = "src/cli/presets.ts",
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // jsonc-parser is bundled as an ES module: the other form asks for its parts by paths of its package.
    mainFields: ["module", "main"],
    // Commander is CommonJS, and asks for Node's own modules the old way.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";const require = createRequire(import.meta.url);',
    },
    legalComments: "none",
    plugins: [propertiesAsJson, versionOfPackage, withoutClientsV2(root)],
    logLevel: "error",
    metafile: true,
  });
  return metafile;
}
