import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

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
