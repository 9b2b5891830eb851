import type { AccountRow } from "../../access/survey/account-rows.ts";
import { accountName } from "../../access/survey/survey.ts";
import { CliError } from "../cli-error.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import { realmsInFiles, surveysOf } from "../realm-file/realms-in-files.ts";

/** The difference between a service account's roles on a server and in a realm file. */
export interface Drift {
  /** The account on the server, or in the file if the server doesn't have it. */
  readonly account: AccountRow;
  readonly isOnServer: boolean;
  /** Names of roles that it has only on the server. */
  readonly more: readonly string[];
  /** Names of roles that it has only in the file. */
  readonly less: readonly string[];
}

const ofPair = ({ realm, administers }: Pick<AccountRow, "realm" | "administers">) =>
  JSON.stringify([realm, administers]);

/** Identifies an account on the server and in a file, regardless of the name of its user. */
const keyOf = (row: AccountRow) =>
  JSON.stringify([
    ofPair(row),
    row.client === undefined ? row.username : accountName(row.client.clientId),
  ]);

/** The data read from a server. */
interface OnServer {
  readonly accounts: readonly AccountRow[];
  /** The realms whose accounts were read, each with the realm administered. */
  readonly surveyed: readonly Pick<AccountRow, "realm" | "administers">[];
  /** Realms that could not be read. */
  readonly unread: readonly string[];
}

/**
 * Compares the roles of service accounts on a server with those in realm files, for the realms of
 * these files only.
 *
 * @throws CliError if a file is about a realm that wasn't read
 */
export function findDrift(
  { accounts, surveyed, unread }: OnServer,
  parts: readonly ParsedExport[],
): readonly Drift[] {
  const inFile = realmsInFiles(parts);
  const compared = new Set(inFile.map(({ exported: { realm } }) => realm));
  const asked = new Set([...surveyed.map(({ realm }) => realm), ...unread]);
  for (const realm of compared) {
    if (asked.has(realm)) continue;
    throw new CliError(
      `The file is about realm "${realm}", but that realm wasn't read from the server.`,
    );
  }
  const pairs = new Set(surveyed.map(ofPair));
  const told = accountsByDanger(surveysOf(inFile)).filter((row) => pairs.has(ofPair(row)));
  const inFiles = new Map(told.map((row) => [keyOf(row), row]));
  const onServer = accounts.filter(({ realm }) => compared.has(realm));
  const known = new Set(onServer.map(keyOf));
  const missing = told.filter((row) => !known.has(keyOf(row)));
  return [
    ...onServer.map((account) => differenceOf(account, account, inFiles.get(keyOf(account)))),
    ...missing.map((account) => differenceOf(account, undefined, account)),
  ].filter(({ more, less }) => more.length + less.length > 0);
}

const namesOf = (row: AccountRow | undefined) => (row?.held ?? []).map(({ name }) => name);

function differenceOf(
  account: AccountRow,
  onServer: AccountRow | undefined,
  inFile: AccountRow | undefined,
): Drift {
  const [held, given] = [namesOf(onServer), namesOf(inFile)];
  return {
    account,
    isOnServer: onServer !== undefined,
    more: held.filter((name) => !given.includes(name)),
    less: given.filter((name) => !held.includes(name)),
  };
}
