import { closeOver } from "../access/model/close-over.ts";
import { outermost } from "../access/model/outermost.ts";
import { rolesGivenBy } from "../access/model/roles-given-by.ts";
import { roleKey } from "../access/model/snapshot.ts";
import type { AccountRow } from "../access/survey/account-rows.ts";
import type { Preset } from "../catalog/presets/presets.ts";
import { describeAccount } from "../formats/describe-account.ts";
import { type Answer, jsonAnswer, linesAnswer } from "./answer.ts";
import { choosePresets } from "./choose-presets.ts";
import { describeRow } from "./describe-row.ts";
import { nameAccount } from "./name-account.ts";
import { mergeExports, type RealmExport } from "./realm-export.ts";
import { rowsOf } from "./rows-of.ts";
import { surveyExport } from "./survey-export.ts";

/** Presets that are allowed: to one client, or to all. */
export interface Allowance {
  /** Undefined for all clients. */
  readonly clientId: string | undefined;
  readonly presetIds: readonly string[];
}

/**
 * Reads an allowance: `user-lookup,event-reader` for every client, `billing=user-lookup` for one, and
 * `none` in place of presets.
 */
export function parseAllowance(text: string): Allowance {
  const place = text.lastIndexOf("=");
  const ids = text.slice(place + 1).split(",");
  return {
    clientId: place === -1 ? undefined : text.slice(0, place),
    presetIds: ids.map((id) => id.trim()).filter((id) => id !== "" && id !== "none"),
  };
}

/** An allowance with its presets looked up. */
interface AllowedPresets {
  readonly clientId: string | undefined;
  readonly presets: readonly Preset[];
}

/** Names of the roles that an account holds and no allowance gives it, without what these include. */
function rolesBeyond(row: AccountRow, allowances: readonly AllowedPresets[]): readonly string[] {
  const allowed = closeOver(
    allowances
      .filter(({ clientId }) => clientId === undefined || clientId === row.clientId)
      .flatMap(({ presets }) => rolesGivenBy(presets)),
  );
  const beyond = row.held.filter((role) => !allowed.has(roleKey(role)));
  return outermost(beyond).map(({ name }) => name);
}

/**
 * Tells which programs of exported realms hold what. Where allowances are given, the answer holds only
 * if no program holds more.
 *
 * @throws CliError on an allowance with a preset that there is not
 */
export function checkRealm(
  parts: readonly RealmExport[],
  allowances: readonly Allowance[],
  isJson: boolean,
): Answer {
  const allowed = allowances.map(({ clientId, presetIds }) => ({
    clientId,
    presets: choosePresets(presetIds),
  }));
  const rows = rowsOf(mergeExports(parts).flatMap(surveyExport));
  const exceeding =
    allowances.length === 0
      ? []
      : rows
          .map((row) => ({ row, beyond: rolesBeyond(row, allowed) }))
          .filter(({ beyond }) => beyond.length > 0);
  const holds = exceeding.length === 0;
  if (isJson) {
    return jsonAnswer(
      {
        accounts: rows.map(describeAccount),
        exceeding: exceeding.map(({ row: { realm, administers, clientId }, beyond }) => ({
          ...{ realm, administers, clientId },
          roles: beyond,
        })),
      },
      holds,
    );
  }
  return linesAnswer(
    [
      ...(rows.length === 0 ? ["No client has a service account."] : rows.map(describeRow)),
      ...exceeding.map(
        ({ row, beyond }) => `NOT ALLOWED  ${nameAccount(row).join(" ")}: ${beyond.join(", ")}`,
      ),
    ],
    holds,
  );
}
