import { readFile } from "node:fs/promises";
import { z } from "zod";
import { resolveStockRoles } from "../../access/model/resolve-roles.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { CliError } from "../cli-error.ts";
import type { PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { reasonOf } from "../reason-of.ts";

const roles = z.array(z.string());
const ofAccount = { realm: z.string(), administers: z.string() };

const excess = z.array(z.object({ ...ofAccount, clientId: z.string(), roles }));

/** What of `check --json` a later run is compared with; other fields are passed over. */
const checkOutput = z.object({
  /** Missing in the output of older releases, which is then taken as limited. */
  isLimited: z.boolean().default(true),
  accounts: z.array(
    z.object({ ...ofAccount, username: z.string(), clientId: z.string().nullable(), roles }),
  ),
  exceeding: excess,
  notNew: excess.default([]),
  besideRoles: z.array(
    z.object({
      realm: z.string(),
      clientId: z.string(),
      kind: z.string(),
      because: z.string(),
      verdict: z.string(),
    }),
  ),
});

/** What an earlier run found. */
export interface Baseline {
  /** The roles of an account that are not new. */
  readonly knownRoles: (account: AccountRow) => ReadonlySet<string>;
  readonly isKnownPower: (power: PowerBesideRoles) => boolean;
}

const referenceOf = (name: string): RoleReference => ({
  container: masterRealmRoles.has(name) ? "realm" : "admin",
  name,
});

/**
 * Reads what an earlier `check --json` found. What it held then is not new; where both runs have limits,
 * only what wasn't allowed then is not new, since a rule may have ended in between.
 *
 * @param isLimited whether the run that is compared has limits
 * @throws CliError where the file can't be read, or is no such output
 */
export async function readBaseline(file: string, isLimited: boolean): Promise<Baseline> {
  const content = await readOutput(file);
  const countsExceeding = isLimited && content.isLimited;
  const powers = new Set(
    content.besideRoles
      .filter(({ verdict }) => !countsExceeding || verdict !== "accepted")
      .map(({ realm, clientId, kind, because }) =>
        JSON.stringify([realm, clientId, kind, because]),
      ),
  );
  return {
    knownRoles: ({ realm, administers, clientId, username }) => {
      const isSame = (it: { readonly realm: string; readonly administers: string }) =>
        it.realm === realm && it.administers === administers;
      const held = content.accounts
        .filter((it) => isSame(it) && it.username === username)
        .flatMap((it) => it.roles);
      if (!countsExceeding) return new Set(held);
      const exceeding = [...content.exceeding, ...content.notNew]
        .filter((it) => isSame(it) && it.clientId === clientId)
        .flatMap((it) => it.roles);
      // It names outermost roles alone, and one of them may have held less than it ships with.
      const included = resolveStockRoles(exceeding.map(referenceOf));
      return new Set(held.filter((name) => included.has(roleKey(referenceOf(name)))));
    },
    isKnownPower: ({ realm, clientId, kind, because }) =>
      powers.has(JSON.stringify([realm, clientId, kind, because])),
  };
}

async function readOutput(file: string): Promise<z.infer<typeof checkOutput>> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (thrown) {
    throw new CliError(`The baseline ${file} could not be read: ${reasonOf(thrown)}`);
  }
  const parsed = checkOutput.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new CliError(
    `The baseline ${file} is no output of "check --json":`,
    ...z.prettifyError(parsed.error).split("\n"),
  );
}
