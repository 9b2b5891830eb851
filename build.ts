import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Option } from "@commander-js/extra-typings";
import packageJson from "./package.json" with { type: "json" };
import type { Policy } from "./src/access/policy/policy.ts";
import { CliError } from "./src/cli/cli-error.ts";
import { readPolicy } from "./src/cli/policy/limits.ts";
import { bundleCli } from "./tools/build/bundle-cli.ts";
import { bundleScripts } from "./tools/build/bundle-scripts.ts";
import { updateMessageTypes } from "./tools/build/message-types.ts";
import { packJar } from "./tools/build/pack-jar.ts";
import { readThemeFiles } from "./tools/build/read-theme-files.ts";
import { printSizes } from "./tools/build/script-sizes.ts";
import { supplyChainFiles, supplyChainFilesOfCli } from "./tools/build/supply-chain-files.ts";
import { type Feature, optionalFeatures } from "./tools/build/without-features.ts";
import { ExpectedError } from "./tools/command/expected-error.ts";
import { runTool } from "./tools/command/run-tool.ts";
import { declareTool } from "./tools/command/tool.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds `dist/keycloak-service-account-presets-<version>.jar` from `src/`, `messages/`, `theme/`
 * and `META-INF/`, and beside it its SBOM, which is in the JAR too. The same sources give the same
 * bytes, wherever and whenever they are built. The types of texts in `src/texts/` are updated too.
 *
 * @param parent the admin theme that ours is put above, in place of Keycloak's own
 * @param policyFile a policy that the tab keeps to
 * @param without parts that are left out of the theme
 * @returns the JAR's path and the bundled scripts, whose sizes the budgets are about
 * @throws when a source does not bundle; esbuild has then printed where. Also when a bundled package
 *   is not as package-lock.json has it, or not under an allowed licence, and where the policy has a problem
 */
export async function buildJar(
  parent?: string,
  policyFile?: string,
  without: readonly Feature[] = [],
) {
  const policy = policyFile === undefined ? undefined : await readBuiltInPolicy(policyFile);
  await updateMessageTypes(root);
  const bundle = await bundleScripts(root, policy, without);
  const theme = await readThemeFiles(root, bundle, parent);
  const { sbom, files } = await supplyChainFiles(root, packageJson, bundle.metafile);
  const pathInDist = join(root, "dist", `${packageJson.name}-${packageJson.version}`);
  const jarPath = `${pathInDist}.jar`;
  await removeFormerJars(join(root, "dist"));
  await writeFile(jarPath, packJar(new Map([...theme, ...files])));
  await writeFile(`${pathInDist}.cdx.json`, sbom);
  return { jarPath, bundle };
}

/**
 * Builds the command line, with its SBOM and the licences of what is bundled into it beside it: all that the
 * npm package has of this project.
 *
 * @throws as {@link buildJar}
 */
export async function buildCli(cliPath: string): Promise<void> {
  const metafile = await bundleCli(root, cliPath);
  await chmod(cliPath, 0o755);
  for (const [name, text] of await supplyChainFilesOfCli(root, packageJson, metafile)) {
    await writeFile(join(dirname(cliPath), name), text);
  }
}

async function readBuiltInPolicy(file: string): Promise<Policy> {
  try {
    return (await readPolicy(file)).policy;
  } catch (thrown) {
    throw thrown instanceof CliError ? new ExpectedError(thrown.message) : thrown;
  }
}

/** Whoever copies `dist/*.jar` shall not get two versions; the command line beside them is left. */
async function removeFormerJars(dist: string): Promise<void> {
  await mkdir(dist, { recursive: true });
  for (const name of await readdir(dist)) {
    if (name.startsWith(packageJson.name)) await rm(join(dist, name));
  }
}

const command = declareTool(
  "npm run build",
  "Builds the JAR and the command line into dist/, and prints the gzipped size of each script.",
)
  .option("--parent <theme>", "put the theme above this admin theme in place of Keycloak's own")
  .option("--policy <file>", "a policy file: the tab offers no preset that it forbids")
  .addOption(
    new Option("--without <parts...>", "leave parts out of the theme").choices(optionalFeatures),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runTool(command, async ({ options: { parent, policy, without } }) => {
    const { jarPath, bundle } = await buildJar(parent, policy, without);
    const cliPath = join(root, packageJson.bin.presets);
    await buildCli(cliPath);
    printSizes(bundle);
    console.log(`\nBuilt ${jarPath}\n  and ${cliPath}`);
  });
}
