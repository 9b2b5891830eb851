import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import packageJson from "./package.json" with { type: "json" };
import { bundleCli } from "./tools/build/bundle-cli.ts";
import { bundleScripts } from "./tools/build/bundle-scripts.ts";
import { packJar } from "./tools/build/pack-jar.ts";
import { readThemeFiles } from "./tools/build/read-theme-files.ts";
import { printSizes } from "./tools/build/script-sizes.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds `dist/keycloak-service-account-presets-<version>.jar` from `src/`, `messages/`, `theme/`
 * and `META-INF/`. The same sources give the same bytes, wherever and whenever they are built.
 *
 * @param parent the admin theme that ours is put above, in place of Keycloak's own
 * @returns the JAR's path and the bundled scripts, whose sizes the budgets are about
 * @throws when a source does not bundle; esbuild has then printed where
 */
export async function buildJar(parent?: string) {
  const bundle = await bundleScripts(root);
  const jar = packJar(await readThemeFiles(root, bundle, parent));
  const jarPath = join(root, "dist", `${packageJson.name}-${packageJson.version}.jar`);
  await rm(join(root, "dist"), { recursive: true, force: true });
  await mkdir(join(root, "dist"));
  await writeFile(jarPath, jar);
  return { jarPath, bundle };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { parent } = parseArgs({ options: { parent: { type: "string" } } }).values;
  const { jarPath, bundle } = await buildJar(parent);
  const cliPath = join(root, packageJson.bin.presets);
  await bundleCli(root, cliPath);
  await chmod(cliPath, 0o755);
  printSizes(bundle);
  console.log(`\nBuilt ${jarPath}\n  and ${cliPath}`);
}
