import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { context, type Plugin } from "esbuild";
import { bundleOptions, toBundle } from "../build/bundle-scripts.ts";
import { updateMessageTypes } from "../build/message-types.ts";
import { readThemeFiles } from "../build/read-theme-files.ts";

const inJar = "theme/";

/**
 * Puts the theme as a folder into a server's `themes/`, and again after each edit of a source or a text, whose types are updated then. A
 * server in development mode reads it from there each time: an edit is seen when the page is loaded again.
 * A source that does not bundle is printed, and the theme stays as it was.
 *
 * @param themes the server's folder of themes
 * @param onBuilt called after each build
 * @returns ends it; resolves first when the theme is there
 * @see [Working with themes](https://www.keycloak.org/ui-customization/themes)
 */
export async function keepThemeBuilt(
  root: string,
  themes: string,
  onBuilt: () => void,
): Promise<() => Promise<void>> {
  const options = bundleOptions(root);
  const place: Plugin = {
    name: "place-theme",
    setup({ onStart, onEnd }) {
      onStart(() => updateMessageTypes(root));
      onEnd(async ({ errors, outputFiles, metafile }) => {
        if (errors.length > 0 || outputFiles === undefined || metafile === undefined) return;
        const bundle = toBundle({ outputFiles, metafile });
        await placeTheme(await readThemeFiles(root, bundle), themes);
        onBuilt();
      });
    },
  };
  const building = await context({ ...options, plugins: [...options.plugins, place] });
  try {
    await building.rebuild();
    await building.watch();
  } catch (error) {
    await building.dispose();
    throw error;
  }
  return () => building.dispose();
}

async function placeTheme(files: ReadonlyMap<string, Uint8Array>, themes: string): Promise<void> {
  const ofTheme = [...files].flatMap(([path, content]) =>
    path.startsWith(inJar) ? [[path.slice(inJar.length), content] as const] : [],
  );
  // Scripts that an edit has given another name would pile up.
  const names = new Set(ofTheme.map(([path]) => path.split("/")[0] ?? ""));
  for (const name of names) await rm(join(themes, name), { recursive: true, force: true });
  for (const [path, content] of ofTheme) {
    const target = join(themes, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
