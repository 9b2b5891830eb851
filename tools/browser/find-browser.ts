import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { runQuietly } from "../command/run-quietly.ts";
import { browserCandidates } from "./browser-candidates.ts";

/** The ways of getting a browser: handed in, so that their order can be tested without any. */
export interface BrowserSources {
  readonly candidates: readonly string[];
  readonly canRun: (executable: string) => boolean;
  /** Each takes what it can get and says in one sentence why it could not, or `undefined`. */
  readonly installers: readonly BrowserInstaller[];
}

export interface BrowserInstaller {
  readonly name: string;
  readonly install: () => Promise<string | undefined>;
}

/**
 * Finds an installed Chrome or Chromium, or installs one: Playwright's own download, else, for
 * root on a Debian system, the Debian package.
 *
 * @returns the path of the executable.
 * @throws an error of one sentence that says what to do.
 */
export async function findBrowser(
  report: (line: string) => void,
  sources: BrowserSources = sourcesOfThisMachine(),
): Promise<string> {
  const installed = () => sources.candidates.find((candidate) => sources.canRun(candidate));
  const found = installed();
  if (found !== undefined) return found;
  for (const { name, install } of sources.installers) {
    report(`No Chrome or Chromium is installed: trying ${name} …`);
    const trouble = await install();
    const fresh = installed();
    if (fresh !== undefined) return fresh;
    report(`${name} gave no browser: ${trouble ?? "what it installed doesn't run here"}`);
  }
  throw new Error(
    "No Chrome or Chromium was found and none could be installed: install one, or name its executable in CHROME_PATH.",
  );
}

function sourcesOfThisMachine(): BrowserSources {
  const candidates = browserCandidates({
    platform: process.platform,
    env: process.env,
    playwrightPath: chromium.executablePath(),
  });
  const download = { name: "Playwright's own download", install: downloadWithPlaywright };
  const debian = { name: "the Debian package", install: installDebianPackage };
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  return { candidates, canRun, installers: isRootOnDebian ? [download, debian] : [download] };
}

async function downloadWithPlaywright(): Promise<string | undefined> {
  const cli = fileURLToPath(new URL("cli.js", import.meta.resolve("@playwright/test")));
  return runQuietly([process.execPath, cli, "install", "chromium"], {
    whole: 300_000,
    silence: 60_000,
    // A closed network may swallow packets: don't wait its 30 s per attempt and mirror.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" },
  });
}

async function installDebianPackage(): Promise<string | undefined> {
  const run = { whole: 600_000, silence: 180_000, env: { DEBIAN_FRONTEND: "noninteractive" } };
  const install = (name: string) => runQuietly(["apt-get", "install", "-y", name], run);
  const trouble = await runQuietly(["apt-get", "update"], run);
  if (trouble !== undefined) return trouble;
  // Older releases of Debian have no such package.
  if ((await install("chromium-headless-shell")) === undefined) return undefined;
  return install("chromium");
}

/**
 * Tells whether a browser is really there. On Linux an executable file is not enough: Ubuntu's
 * `chromium-browser` may be a script that only advertises a snap, and a downloaded Chromium may
 * lack system libraries. Elsewhere `--version` would open a window.
 */
export function canRun(executable: string, platform: NodeJS.Platform = process.platform): boolean {
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    return false;
  }
  if (platform !== "linux") return true;
  const { status } = spawnSync(executable, ["--version"], { stdio: "ignore", timeout: 15_000 });
  return status === 0;
}
