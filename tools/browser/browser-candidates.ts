import path from "node:path";

/** What decides where a browser may stand: handed in, so that every system can be tested on one. */
export interface BrowserSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright keeps (or would keep) the Chromium that it downloads. */
  readonly playwrightPath: string | undefined;
}

const namesOnPath = [
  // The same engine without windows of its own, whose parts cost a whole one a second for each story.
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "chrome",
  "microsoft-edge-stable",
];

/**
 * Lists the places where a Chrome or Chromium may be installed, the one to prefer first: what the
 * person named in `CHROME_PATH`, the usual names on `PATH`, the usual places of the system, and
 * the browser that Playwright downloaded earlier.
 */
export function browserCandidates(surroundings: BrowserSurroundings): readonly string[] {
  const { env, platform, playwrightPath } = surroundings;
  const candidates = [
    env["CHROME_PATH"],
    ...onPath(platform, env),
    ...inUsualPlaces(platform, env),
    playwrightPath,
  ];
  const named = candidates.filter((candidate) => candidate !== undefined);
  return [...new Set(named)].filter((candidate) => candidate !== "");
}

function onPath(platform: NodeJS.Platform, env: BrowserSurroundings["env"]): readonly string[] {
  const { delimiter, join } = platform === "win32" ? path.win32 : path.posix;
  const folders = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter((it) => it !== "");
  const suffix = platform === "win32" ? ".exe" : "";
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function inUsualPlaces(
  platform: NodeJS.Platform,
  env: BrowserSurroundings["env"],
): readonly string[] {
  if (platform === "darwin") {
    const applications = ["/Applications", `${env["HOME"] ?? ""}/Applications`];
    return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
      applications.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === "win32") {
    const programs = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]].filter(
      (folder) => folder !== undefined,
    );
    return [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ].flatMap((file) => programs.map((folder) => path.win32.join(folder, file)));
  }
  return ["/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/snap/bin/chromium"];
}
