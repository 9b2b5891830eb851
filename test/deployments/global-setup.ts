import { buildJar } from "../../build.ts";
import { findBrowser } from "../../tools/browser/find-browser.ts";
import { browserVariable } from "../e2e/run/browser-variable.ts";
import { jarVariable } from "../e2e/run/jar-variable.ts";

/** Prepares a run: a browser and the JAR. The workers read the environment that is set here. */
export default async function prepareDeployments(): Promise<void> {
  process.env[browserVariable] = await findBrowser((line) => console.error(line));
  process.env[jarVariable] = (await buildJar()).jarPath;
}
