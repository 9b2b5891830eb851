/**
 * `npm run audit`: asks npm's registry for advisories, and fails where one is about a package whose
 * code is in the JAR.
 */
import { askNpm } from "./audit/ask-npm.ts";
import { bundledAdvisories } from "./audit/bundled-advisories.ts";
import { bundleScripts } from "./build/bundle-scripts.ts";
import { bundledPackages } from "./build/bundled-packages.ts";
import { ExpectedError } from "./keycloak/expected-error.ts";
import { root } from "./test/root.ts";

try {
  const { metafile } = await bundleScripts(root);
  const bundled = await bundledPackages(root, metafile);
  const advisories = bundledAdvisories(await askNpm(root), bundled);
  for (const line of advisories) console.error(line);
  console.log(`${bundled.size} packages in the JAR, ${advisories.length} advisories about them`);
  process.exitCode = advisories.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
