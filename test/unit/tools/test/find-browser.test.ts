import { expect, it } from "vitest";
import { browserCandidates } from "../../../../tools/browser/browser-candidates.ts";
import { findBrowser } from "../../../../tools/browser/find-browser.ts";
import { browserArguments } from "../../../../tools/browser/launch-browser.ts";

it("prefers what the person named, then PATH, then the usual places, then Playwright's", () => {
  const candidates = browserCandidates({
    platform: "linux",
    env: { CHROME_PATH: "/mine/chrome", PATH: "/usr/local/bin:/usr/bin" },
    playwrightPath: "/cache/chrome",
  });
  const order = ["/mine/chrome", "/usr/bin/chromium", "/opt/google/chrome/chrome", "/cache/chrome"];
  expect(candidates.filter((it) => order.includes(it))).toEqual(order);
});

it("prefers a stable Chrome to a Chromium, wherever it is on PATH", () => {
  const candidates = browserCandidates({
    platform: "linux",
    env: { PATH: "/a:/b" },
    playwrightPath: undefined,
  });
  expect(candidates.indexOf("/b/google-chrome")).toBeLessThan(candidates.indexOf("/a/chromium"));
});

it("knows the usual places of macOS and Windows", () => {
  const mac = browserCandidates({ platform: "darwin", env: {}, playwrightPath: undefined });
  expect(mac).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const env = { ProgramFiles: "C:\\Program Files", Path: "C:\\tools;C:\\more" };
  const windows = browserCandidates({ platform: "win32", env, playwrightPath: undefined });
  expect(windows).toContain("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  expect(windows).toContain("C:\\more\\chrome.exe");
});

it("takes the first browser that runs and installs nothing", async () => {
  const sources = {
    candidates: ["/broken", "/good", "/also-good"],
    canRun: (executable: string) => executable.includes("good"),
    installers: [{ name: "a download", install: () => expect.unreachable() }],
  };
  expect(await findBrowser(() => {}, sources)).toBe("/good");
});

it("goes from one way of installing to the next and says why", async () => {
  const installed = new Set<string>();
  const lines: string[] = [];
  const installDebianPackage = async () => {
    installed.add("/usr/bin/chromium");
    return undefined;
  };
  const sources = {
    candidates: ["/usr/bin/chromium"],
    canRun: (executable: string) => installed.has(executable),
    installers: [
      { name: "A download", install: async () => "no network" },
      { name: "The Debian package", install: installDebianPackage },
    ],
  };
  expect(await findBrowser((line) => lines.push(line), sources)).toBe("/usr/bin/chromium");
  expect(lines).toContain("A download gave no browser: no network");
});

it("ends with one sentence that says what to do", async () => {
  const sources = { candidates: [], canRun: () => true, installers: [] };
  await expect(findBrowser(() => {}, sources)).rejects.toThrow("CHROME_PATH");
});

it("disables the sandbox only for root", () => {
  expect(browserArguments(true)).toContain("--no-sandbox");
  expect(browserArguments(false)).not.toContain("--no-sandbox");
});
