import type { AccountRow } from "../access/survey/account-rows.ts";
import type { MeasuredReach } from "../access/survey/reach-of-account.ts";
import { reachFamilies } from "../catalog/calls/reach.ts";
import { type DescribeOrigins, describeAccount, type ExportedAccount } from "./describe-account.ts";
import { originInWords } from "./describe-origins.ts";

/** A column with its name and content. */
export type Column<Account> = readonly [string, (account: Account) => unknown];

/** The columns of a service account. */
export const accountColumns: readonly Column<ExportedAccount>[] = [
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
  // New columns come last, because scripts may rely on the position of the others.
  ["username", ({ username }) => username],
  // The last column is a fixed word, because a parser with another separator would read an open
  // quote there as text of the next line.
  ["state", ({ state }) => state],
];

/** The columns of how far an account reaches, which stand behind all others: fixed words too. */
export const reachColumns: readonly Column<ExportedAccount>[] = [
  ["reach_measured_on", ({ reachMeasuredOn }) => reachMeasuredOn],
  ...reachFamilies.map((family): Column<ExportedAccount> => {
    const name = family.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [`reach_${name}`, ({ reach }) => reach?.[family]];
  }),
];

/** Of a list whose use was checked. */
const useColumn: Column<ExportedAccount> = ["last_write", ({ lastWrite }) => lastWrite];

/** Who assigned the roles of an account. */
export const originsColumn: Column<ExportedAccount> = [
  "origins",
  ({ origins }) => origins?.map(originInWords).join("; "),
];

/** The columns of whose an account is, which stand behind those: texts of anyone, and a fixed word at the end. */
export const ownershipColumns: readonly Column<ExportedAccount>[] = [
  ["owner", ({ owner }) => owner],
  ["purpose", ({ purpose }) => purpose],
  ["review_date", ({ reviewDate }) => reviewDate],
  ["reviewed_by", ({ reviewedBy }) => reviewedBy],
  ["reviewed_at", ({ reviewedAt }) => reviewedAt],
  ["review", ({ review }) => review],
];

// What a spreadsheet may leave out before it looks whether a cell is a formula, quotes among it.
const skipped = '[\\s"\\p{C}]*';
const formula = "[=+\\-@＝＋－＠]";
const atStart = new RegExp(`^(?=${skipped}${formula}|[\\t\\r\\n])`, "u");
const afterSeparator = new RegExp(
  `(\\r\\n|[;,|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029])(?=${skipped}${formula}|[\\t\\r\\n])`,
  "gu",
);

/**
 * Adds an apostrophe before everything that a spreadsheet could read as a formula: at the start,
 * and after every possible separator.
 *
 * @see [CSV Injection](https://owasp.org/www-community/attacks/CSV_Injection)
 */
const guardFormulas = (text: string) => text.replace(afterSeparator, "$1'").replace(atStart, "'");

/** One field, quoted if RFC 4180 requires it. */
function field(text: string): string {
  const safe = guardFormulas(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Service accounts as CSV with a header. Names come from the server and can be anything.
 *
 * @param show how a text is shown, such as with its invisible characters escaped; as it is, unless given
 * @see [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)
 */
export function accountsAsCsv(
  rows: readonly AccountRow[],
  measured?: MeasuredReach,
  originsOf?: DescribeOrigins,
  show: (text: string) => string = (text) => text,
): string {
  const described = rows.map((row) => describeAccount(row, measured, originsOf));
  const isUseKnown = described.some(({ lastWrite }) => lastWrite !== undefined);
  const ofUse = isUseKnown ? [useColumn] : [];
  const columns = [
    ...[...accountColumns, ...reachColumns, originsColumn],
    ...[...ownershipColumns, ...ofUse],
  ];
  return asCsv(described, columns, show);
}

/** Items as CSV with a header, one per line. */
export function asCsv<Thing>(
  things: readonly Thing[],
  columns: readonly Column<Thing>[],
  show: (text: string) => string,
): string {
  const lines = [
    columns.map(([name]) => name),
    ...things.map((thing) => columns.map(([, read]) => field(show(String(read(thing) ?? ""))))),
  ];
  return lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}
