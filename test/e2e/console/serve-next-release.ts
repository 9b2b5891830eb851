import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { bundleOptions, toBundle } from "../../../tools/build/bundle-scripts.ts";
import { root } from "../../../tools/test/root.ts";
import { serveScripts } from "./serve-scripts.ts";

/**
 * Gives a page the scripts of a later release, in which one source file differs.
 *
 * @param path of the source file, below the project's root
 */
export async function serveNextRelease(
  page: Page,
  path: string,
  edit: (source: string) => string,
): Promise<void> {
  const source = await readFile(join(root, path), "utf8");
  const edited = edit(source);
  if (edited === source) throw new Error(`The release to come has the same ${path}.`);
  const options = bundleOptions(root);
  const bundle = toBundle(
    await build({
      ...options,
      plugins: [
        {
          name: "next-release",
          setup: ({ onLoad }) =>
            onLoad({ filter: /\.ts$/ }, (file) =>
              file.path === join(root, path) ? { contents: edited, loader: "ts" } : undefined,
            ),
        },
        ...options.plugins,
      ],
    }),
  );
  await serveScripts(page, bundle);
}
