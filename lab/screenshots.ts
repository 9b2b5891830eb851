/**
 * `npm run screenshots`: takes the pictures of the documentation, in light and in dark, of a real Keycloak
 * with the theme, and writes them to `docs/images/`.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { buildJar } from "../build.ts";
import { AdminConsole } from "../test/e2e/console/admin-console.ts";
import { toDeployment } from "../test/e2e/servers/to-deployment.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { launchBrowser } from "../tools/browser/launch-browser.ts";
import { ExpectedError } from "../tools/command/expected-error.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import type { RunningKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { type Scene, signInToConsole } from "./screenshots/go-to.ts";
import { patience } from "./screenshots/patiently.ts";
import { type Picture, pictures } from "./screenshots/pictures.ts";
import { makeShowcaseRealm } from "./screenshots/showcase-realm.ts";
import { takePicture, width } from "./screenshots/take-picture.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const report = (line: string) => console.log(line);

/** Always the same one: it is seen in some pictures. */
const httpPort = 8380;
const images = join(root, "docs", "images");
const known = pictures.map(({ name }) => name);

const command = declareTool(
  "npm run screenshots",
  "Takes the pictures of the documentation from a real Keycloak, and writes them to docs/images/.",
).argument("[names...]", `take only these of ${known.join(", ")}`);

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
  executablePath: string,
  keycloak: RunningKeycloak,
  wanted: readonly Picture[],
): Promise<void> {
  const { baseUrl } = keycloak;
  const server = toDeployment("other", keycloak, baseUrl, baseUrl, baseUrl);
  report("Making the realm …");
  const showcase = await makeShowcaseRealm(server);
  await using browser = await launchBrowser(executablePath);
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

await runTool(
  command,
  async ({ args: [names], signal }) => {
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new ExpectedError(
        `No picture is called ${unknown.join(", ")}; ${known.join(", ")} are.`,
      );
    }
    const wanted = pictures.filter(({ name }) => names.length === 0 || names.includes(name));
    const executablePath = await findBrowser(report);
    const { jarPath } = await buildJar();
    await mkdir(images, { recursive: true });
    const version = newestVersion;
    const server = { version, folder: `screenshots/${version}`, providers: [jarPath], httpPort };
    await withFreshKeycloak({ ...server, report, signal }, (keycloak) =>
      takePictures(executablePath, keycloak, wanted),
    );
  },
  { whenStopped: "Stopped; what was taken until then is in docs/images/." },
);
