import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * Leaves nothing of the project's package.json but the version. Fields that nobody imports aren't bundled, but esbuild
 * counts their names when it shortens those of variables: the bytes would change with a keyword, or with the
 * repository that a release writes there.
 */
export const versionOfPackage: Plugin = {
  name: "version-of-package",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      const { version }: { version: string } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};
