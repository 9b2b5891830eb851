import { join } from "node:path";
import { root } from "../../../tools/test/root.ts";
import { runTimed } from "../programs/run-timed.ts";
import type { ProgramJob } from "./program-way.ts";

/** The command line, as `npm run peers` builds it. */
export const presetsScript = join(root, ".cache/peers/presets.mjs");

/** What `presets export` writes for User lookup. */
export async function exportPreset(
  { realm, clientId, server, signal, edit }: ProgramJob,
  format: "ansible" | "terraform",
): Promise<string> {
  const { stdout } = await runTimed(
    process.execPath,
    [
      ...[presetsScript, "export", "user-lookup", "--format", format],
      ...["--realm", realm, "--client", clientId, "--server", server],
      ...(format === "terraform" ? ["--standalone"] : []),
    ],
    { signal },
  );
  return edit(stdout);
}
