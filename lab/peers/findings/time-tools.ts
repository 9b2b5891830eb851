import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { makeListRealm } from "../../bench/list/make-list-realm.ts";
import { median } from "../../bench/median.ts";
import { accountOf, adminRoles, programClient } from "../cases/case-realm.ts";
import { reader, readerRoles } from "../cases/make-case-realms.ts";
import type { AuditTools } from "./audit-tools.ts";
import { type DownloadFrom, downloadRealm, type RealmFile } from "./realm-files.ts";

/** How often each tool runs, in turn with the others, after it ran once. */
export const timesEach = 5;
/** Service accounts of the large realm. */
export const largeCount = 500;
export const largeRealm = "peers-large";

/** Milliseconds of each tool on the same realms; of several runs the one in the middle. */
export interface ToolTimes {
  readonly cases: { readonly kcwarden: number; readonly check: number };
  readonly large: { readonly kcwarden: number; readonly check: number };
  /** From a server: kcwarden downloads the realm, then audits the file. */
  readonly live: { readonly kcwarden: number; readonly report: number };
}

/** Makes a realm with many service accounts, and a client in it that reads it for `presets report`. */
export async function makeLargeRealm(newAdmin: () => Promise<KeycloakAdminClient>): Promise<void> {
  await makeListRealm(newAdmin, {
    ...{ name: largeRealm, clients: largeCount, serviceAccounts: largeCount },
  });
  await (await newAdmin()).realms.partialImport({
    realm: largeRealm,
    rep: {
      ifResourceExists: "FAIL",
      clients: [programClient(reader)],
      users: [accountOf(reader, adminRoles(...readerRoles))],
    },
  });
}

/** What tools are timed on. */
interface TimedOn {
  readonly from: DownloadFrom;
  readonly caseFiles: readonly RealmFile[];
  readonly casePolicy: string;
  readonly largeFile: RealmFile;
  /** A policy that allows nothing. */
  readonly emptyPolicy: string;
}

/** Times the tools in turn. */
export async function timeTools(
  tools: AuditTools,
  { from, caseFiles, casePolicy, largeFile, emptyPolicy }: TimedOn,
): Promise<ToolTimes> {
  const inTurn = async <Name extends string>(
    works: Readonly<Record<Name, () => Promise<number>>>,
  ): Promise<Record<Name, number>> => {
    const names = Object.keys(works) as Name[];
    const all = new Map<Name, number[]>(names.map((name) => [name, []]));
    for (let turn = -1; turn < timesEach; turn += 1) {
      for (const name of names) {
        const milliseconds = await works[name]();
        if (turn >= 0) all.get(name)?.push(milliseconds);
      }
    }
    return Object.fromEntries(names.map((name) => [name, median(all.get(name) ?? [])])) as Record<
      Name,
      number
    >;
  };
  const audit = async (files: readonly RealmFile[]) => {
    let sum = 0;
    for (const file of files) sum += (await tools.kcwarden(file, true)).milliseconds;
    return sum;
  };
  return {
    cases: await inTurn({
      kcwarden: () => audit(caseFiles),
      check: async () => (await tools.check(caseFiles, casePolicy)).milliseconds,
    }),
    large: await inTurn({
      kcwarden: () => audit([largeFile]),
      check: async () => (await tools.check([largeFile], emptyPolicy)).milliseconds,
    }),
    live: await inTurn({
      kcwarden: async () => {
        const download = await downloadRealm(from, largeRealm, largeFile.path);
        return download.milliseconds + (await audit([largeFile]));
      },
      report: async () => (await tools.report(emptyPolicy, largeRealm)).milliseconds,
    }),
  };
}
