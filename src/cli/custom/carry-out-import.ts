import { type StoreChange, writePreset } from "../../keycloak/custom/write-preset.ts";
import { CliError } from "../cli-error.ts";
import type { AskedServer } from "./custom-server.ts";
import type { PlannedPreset } from "./plan-import.ts";

/** Why a preset wasn't written or deleted; undefined where it was. */
export function explainChange(change: StoreChange): string | undefined {
  switch (change.kind) {
    case "done":
      return undefined;
    case "changed":
      return "Someone changed it on the server meanwhile. Nothing of that was overwritten. Run this again.";
    case "notAsWritten":
      return "The server holds something else than what was written. Run this again.";
    case "full":
      return "The realm has as many presets as it may have.";
    case "tooLong":
      return `It is too long for an attribute: ${change.length} characters.`;
    case "notOurs":
      return "The client that presets are stored in was replaced meanwhile.";
    case "notKnown":
      return "Clients can't be seen.";
  }
}

/**
 * Writes what an import planned, one preset after another.
 *
 * @throws CliError where one can't be written, with what was written before it
 */
export async function carryOutImport(
  { apiOf, explaining }: AskedServer,
  planned: readonly PlannedPreset[],
): Promise<void> {
  const written: string[] = [];
  for (const { realm, action, after, expected } of planned) {
    if (action === "none") continue;
    const name = `${realm} / ${after.id}`;
    const stop = (...why: readonly string[]) => {
      const before =
        written.length === 0
          ? "Nothing was changed."
          : `Written before that: ${written.join(", ")}`;
      return new CliError(`${name} was not written:`, ...why, before);
    };
    let change: StoreChange;
    try {
      change = await explaining(() => writePreset(apiOf(realm), after, expected));
    } catch (thrown) {
      throw thrown instanceof CliError ? stop(...thrown.lines) : thrown;
    }
    const reason = explainChange(change);
    if (reason !== undefined) throw stop(reason);
    written.push(name);
  }
}
