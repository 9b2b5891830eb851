/**
 * `npm run screenshots`: takes the pictures of the documentation, in light and in dark, of a real Keycloak
 * with the theme, and writes them to `docs/images/`. The server and its realm are made for that and removed
 * again. `-- tab plan` takes these pictures alone.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { buildJar } from "../build.ts";
import { AdminConsole } from "../test/e2e/console/admin-console.ts";
import { toDeployment } from "../test/e2e/servers/to-deployment.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { launchBrowser } from "../tools/browser/launch-browser.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { width } from "./screenshots/fit-viewport.ts";
import { makeShowcaseRealm } from "./screenshots/make-showcase-realm.ts";
import { patience } from "./screenshots/patiently.ts";
import type { Picture, Scene } from "./screenshots/picture.ts";
import { pictures } from "./screenshots/pictures.ts";
import { signInToConsole } from "./screenshots/sign-in-to-console.ts";
import { takePicture } from "./screenshots/take-picture.ts";

const report = (line: string) => console.log(line);

/** Always the same one: it is seen in some pictures. */
const httpPort = 8380;
const images = join(root, "docs", "images");

/** The pictures that are asked for; all where none is named. */
function wantedPictures(names: readonly string[]): readonly Picture[] {
  const known = pictures.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new ExpectedError(`No picture is called ${unknown.join(", ")}; ${known.join(", ")} are.`);
  }
  return pictures.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function openPage(browser: Browser) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 1,
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

async function takePictures(
  browser: Browser,
  keycloak: RunningKeycloak,
  wanted: readonly Picture[],
): Promise<void> {
  const { baseUrl } = keycloak;
  const server = toDeployment("other", keycloak, baseUrl, baseUrl, baseUrl);
  report("Making the realm …");
  const showcase = await makeShowcaseRealm(server);
  const scene: Scene = {
    adminConsole: new AdminConsole(await openPage(browser), server),
    showcase,
  };
  report("Signing in …");
  await signInToConsole(scene);
  for (const picture of wanted) {
    for (const [file, size] of await takePicture(picture, scene, images)) {
      report(`  docs/images/${file}, ${Math.round(size / 1000)} kB`);
    }
  }
}

async function main(names: readonly string[]): Promise<void> {
  const wanted = wantedPictures(names);
  const executablePath = await findBrowser(report);
  const home = await obtainKeycloak({ version: newestVersion, report });
  const { jarPath } = await buildJar();
  const directory = join(root, ".cache", "screenshots", newestVersion);
  await mkdir(images, { recursive: true });
  await rm(directory, { recursive: true, force: true });
  try {
    const keycloak = await startKeycloak({
      ...{ home, directory, providers: [jarPath], httpPort, report },
    });
    try {
      const browser = await launchBrowser(executablePath);
      try {
        await takePictures(browser, keycloak, wanted);
      } finally {
        await browser.close();
      }
    } finally {
      await keycloak.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
