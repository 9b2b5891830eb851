import { buildJar } from "../../../build.ts";
import { findBrowser } from "../../../tools/browser/find-browser.ts";
import { keeperVariable } from "../servers/ask-keeper.ts";
import { startKeeper } from "../servers/start-keeper.ts";
import { browserVariable } from "./browser-variable.ts";
import { jarVariable } from "./jar-variable.ts";

/**
 * Prepares a run of stories: the JAR, a browser, and the keeper that starts each Keycloak when a
 * story asks for it. The workers read the environment that is set here.
 *
 * @returns what Playwright calls at the end of the run.
 */
export default async function prepareStories(): Promise<() => Promise<void>> {
  process.env[browserVariable] = await findBrowser((line) => console.error(line));
  const { jarPath } = await buildJar();
  process.env[jarVariable] = jarPath;
  const keeper = await startKeeper(jarPath);
  process.env[keeperVariable] = keeper.address;
  return keeper.stop;
}
