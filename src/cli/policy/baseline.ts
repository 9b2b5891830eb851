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

/** The fields of `check --json` that a later run is compared with; others are ignored. */
const checkOutput = z.object({
  /** Missing in the output of older releases, which counts as limited. */
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
 * Reads the output of an earlier `check --json`. Roles that existed then aren't new. If both runs
 * have limits, only roles that weren't allowed then aren't new, because a rule may have expired in
 * between.
 *
 * @param isLimited whether the current run has limits
 * @throws CliError if the file can't be read, or isn't such output
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
      // It contains only outermost roles, and one of them may have included less than in stock
      // Keycloak.
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
    `The baseline ${file} isn't output of "check --json":`,
    ...z.prettifyError(parsed.error).split("\n"),
  );
}
