import type { AccountRow } from "../access/survey/account-rows.ts";
import { describeAccount, type ExportedAccount } from "./describe-account.ts";

const columns: readonly (readonly [string, (account: ExportedAccount) => unknown])[] = [
  ["realm", ({ realm }) => realm],
  ["client_id", ({ clientId }) => clientId],
  ["client_uuid", ({ clientUuid }) => clientUuid],
  ["enabled", ({ enabled }) => enabled],
  ["administers", ({ administers }) => administers],
  ["presets", ({ presets }) => presets.join(" ")],
  ["begun_preset", ({ begunPreset }) => begunPreset],
  ["missing_roles", ({ missingRoles }) => missingRoles],
  ["outdated_presets", ({ outdatedPresets }) => outdatedPresets.join(" ")],
  ["other_roles", ({ otherRoles }) => otherRoles.join(" ")],
  ["roles", ({ roles }) => roles.join(" ")],
  [
    "indirect_roles",
    ({ indirectRoles }) =>
      indirectRoles.map(({ role, through }) => `${role} (${through.join(", ")})`).join("; "),
  ],
  ["risk", ({ risk }) => risk],
  ["consequences", ({ consequences }) => consequences.join(" ")],
  ["last_sign_in", ({ lastSignIn }) => lastSignIn],
];

/**
 * One field. Names come from the server and may be anything: what a spreadsheet would take for a
 * formula gets an apostrophe in front.
 *
 * @see [CSV Injection](https://owasp.org/www-community/attacks/CSV_Injection)
 */
function field(value: unknown): string {
  const text = value === null ? "" : String(value);
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Service accounts as CSV with a head line.
 *
 * @see [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)
 */
export function accountsAsCsv(rows: readonly AccountRow[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...rows.map(describeAccount).map((account) => columns.map(([, read]) => field(read(account)))),
  ];
  return lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}
