import { basename } from "node:path";
import { type BuildOptions, build, type Metafile, type OutputFile } from "esbuild";
import type { Policy } from "../../src/access/policy/policy.ts";
import { sharedModules } from "../../src/console/document/shared-modules.ts";
import { onlyCalledRequests } from "./only-called-requests.ts";
import { propertiesAsJson } from "./properties-as-json.ts";
import { versionOfPackage } from "./version-of-package.ts";
import { withPolicy } from "./with-policy.ts";
import { withoutClientsV2 } from "./without-clients-v2.ts";
import { type Feature, withoutFeatures } from "./without-features.ts";

/** A bundled script: its hashed file name and its bytes. */
export interface BundledScript {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** The scripts of the theme, the one that every console page loads named apart. */
export interface Bundle {
  readonly entryName: string;
  readonly scripts: readonly BundledScript[];
  readonly metafile: Metafile;
}

/**
 * How `src/main.ts` and the chunks it loads lazily are bundled. File names carry a hash of the content,
 * because servers in production let browsers keep theme resources for 30 days and the address does
 * not change with the JAR.
 *
 * React comes from the console's own import map, whose `react-dom` exports `createRoot` itself; the
 * styles of PatternFly are on the page already.
 *
 * @see [The console's page](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export const bundleOptions = (root: string, policy?: Policy, without: readonly Feature[] = []) =>
  ({
    absWorkingDir: root,
    entryPoints: ["src/main.ts"],
    outdir: "js",
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    legalComments: "none",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "react-dom/client": "react-dom" },
    external: [...sharedModules],
    loader: { ".css": "empty" },
    plugins: [
      // Before texts are read: it leaves some out.
      withoutFeatures(root, without),
      propertiesAsJson,
      versionOfPackage,
      withoutClientsV2(root),
      onlyCalledRequests(root),
      withPolicy(root, policy),
    ],
    logLevel: "error",
  }) as const satisfies BuildOptions;

/** What esbuild made with these options, as the theme takes it. */
export function toBundle(result: {
  readonly outputFiles: readonly OutputFile[];
  readonly metafile: Metafile;
}): Bundle {
  const { outputFiles, metafile } = result;
  const entry = Object.entries(metafile.outputs).find(
    ([, output]) => output.entryPoint === "src/main.ts",
  );
  if (entry === undefined) {
    throw new Error("Bundling src/main.ts gave no entry script; nothing was written.");
  }
  return {
    entryName: basename(entry[0]),
    scripts: outputFiles.map(({ path, contents }) => ({ name: basename(path), contents })),
    metafile,
  };
}

/** Bundles the scripts once, with a policy that the tab keeps to where one is given, and without some parts. */
export async function bundleScripts(
  root: string,
  policy?: Policy,
  without: readonly Feature[] = [],
): Promise<Bundle> {
  return toBundle(await build(bundleOptions(root, policy, without)));
}
