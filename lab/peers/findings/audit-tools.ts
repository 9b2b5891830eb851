import { presetsScript } from "../applying/export-preset.ts";
import { secretOf } from "../cases/case-realm.ts";
import { reader } from "../cases/make-case-realms.ts";
import { runTimed, type TimedRun } from "../programs/run-timed.ts";
import type { RealmFile } from "./realm-files.ts";

/** The tools that are compared, on one server. They print JSON, unless said otherwise. */
export interface AuditTools {
  /** kcwarden on one file, with the policy of the cases or as it is installed. */
  readonly kcwarden: (file: RealmFile, isConfigured: boolean) => Promise<TimedRun>;
  readonly check: (files: readonly RealmFile[], policyPath: string) => Promise<TimedRun>;
  /** For people. */
  readonly checkInWords: (file: RealmFile, policyPath: string) => Promise<TimedRun>;
  /** `presets report` on one realm, as its own client, or on all realms, as a client of `master`. */
  readonly report: (policyPath: string, realm?: string) => Promise<TimedRun>;
}

/** They say by these exit codes that they found something, or couldn't see everything. */
const saysMore = [1, 2, 3];

/** Prepares them. */
export function auditTools(kcwarden: string, baseUrl: string, signal: AbortSignal): AuditTools {
  const presets = (...words: readonly string[]) =>
    runTimed(process.execPath, [presetsScript, ...words], {
      ...{ expected: saysMore, signal },
      variables: { CLIENT_SECRET: secretOf(reader) },
    });
  return {
    kcwarden: ({ path, configPath, plainConfigPath }, isConfigured) =>
      runTimed(
        kcwarden,
        [
          ...["audit", "--format", "json", "--config"],
          ...[isConfigured ? configPath : plainConfigPath, path],
        ],
        { signal },
      ),
    check: (files, policyPath) =>
      presets("check", "--json", "--policy", policyPath, ...files.map(({ path }) => path)),
    checkInWords: (file, policyPath) => presets("check", "--policy", policyPath, file.path),
    report: (policyPath, realm) =>
      presets(
        ...["report", "--json", "--server", baseUrl, "--client", reader, "--policy", policyPath],
        ...(realm === undefined ? ["--all-realms"] : ["--realm", realm]),
      ),
  };
}
