/**
 * `npm run audit`: asks npm's registry for advisories, and fails where one is about a package whose
 * code is in the JAR.
 */
import { execa } from "execa";
import { bundledAdvisories } from "./audit/bundled-advisories.ts";
import { bundleScripts } from "./build/bundle-scripts.ts";
import { bundledPackages } from "./build/bundled-packages.ts";
import { runTool } from "./command/run-tool.ts";
import { declareTool } from "./command/tool.ts";
import { root } from "./test/root.ts";

const command = declareTool(
  "npm run audit",
  "Asks npm's registry for advisories about the packages whose code is in the JAR.",
);

/** What npm's registry says of all that package-lock.json names; undefined where that is no JSON. */
async function askNpm(signal: AbortSignal): Promise<unknown> {
  // It fails where it finds something; what it found is in its answer all the same.
  const { stdout } = await execa("npm", ["audit", "--json"], {
    ...{ cwd: root, reject: false, cancelSignal: signal },
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

await runTool(command, async ({ signal }) => {
  const { metafile } = await bundleScripts(root);
  const bundled = await bundledPackages(root, metafile);
  const advisories = bundledAdvisories(await askNpm(signal), bundled);
  for (const line of advisories) console.error(line);
  console.log(`${bundled.size} packages in the JAR, ${advisories.length} advisories about them`);
  return advisories.length === 0;
});
