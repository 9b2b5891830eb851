import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { stringify } from "yaml";
import { allCases, caseRealms } from "../cases/all-cases.ts";
import { makeCaseRealms } from "../cases/make-case-realms.ts";
import type { PeerCase } from "../cases/peer-case.ts";
import { proveCases } from "../cases/prove-cases.ts";
import { linesOf } from "../lines-of.ts";
import { auditTools } from "./audit-tools.ts";
import type { PeerFinding } from "./finding.ts";
import { type CaseResult, judgeCase } from "./judge-cases.ts";
import { kcwardenConfig } from "./kcwarden-config.ts";
import { kcwardenFindings } from "./kcwarden-findings.ts";
import { checkFindings, reportFindings } from "./presets-findings.ts";
import { presetsPolicy } from "./presets-policy.ts";
import { type DownloadFrom, makeRealmFile, type RealmFile } from "./realm-files.ts";
import { kcwardenLines, linesAbout, type Sample, sampleOf } from "./sample.ts";
import { largeRealm, makeLargeRealm, type ToolTimes, timeTools } from "./time-tools.ts";

/** What each tool says of a case. */
export interface JudgedCase {
  readonly of: PeerCase;
  /** As it is installed, without the policy of the cases. */
  readonly kcwardenAlone: CaseResult;
  readonly kcwarden: CaseResult;
  readonly check: CaseResult;
  readonly report: CaseResult;
}

/** What came of a run. */
export interface FindingsRun {
  readonly cases: readonly JudgedCase[];
  /** Cases that were tried on the server. */
  readonly proved: number;
  readonly files: number;
  /** Lines of the policy of the cases: for `presets`, and for kcwarden and one realm. */
  readonly lines: { readonly presets: number; readonly kcwarden: number };
  /** Bytes of the file of the large realm. */
  readonly largeBytes: number;
  readonly times: ToolTimes;
  /** What tools print about one of the cases. */
  readonly sample: Sample;
  /** What `presets report` said beside its findings. */
  readonly reportSaid: readonly string[];
}

/** Makes the realms of the cases, and lets each tool look at them. */
export async function runFindings(
  from: DownloadFrom,
  newAdmin: () => Promise<KeycloakAdminClient>,
  report: (line: string) => void,
): Promise<FindingsRun> {
  report("Making the realms of the cases …");
  await makeCaseRealms(newAdmin);
  const proved = await proveCases(allCases, from.baseUrl);
  const folder = await mkdtemp(join(tmpdir(), "presets-peers-"));
  try {
    const files: RealmFile[] = [];
    for (const realm of ["master", ...caseRealms.map((it) => it.realm)]) {
      files.push(await makeRealmFile(from, realm, folder));
    }
    const casePolicy = join(folder, "cases.policy.yaml");
    const emptyPolicy = join(folder, "empty.policy.yaml");
    await writeFile(casePolicy, presetsPolicy());
    await writeFile(emptyPolicy, stringify({ version: 1, allow: [] }));
    report("Looking at the cases …");
    const tools = auditTools(from.kcwarden, from.baseUrl, from.signal);
    const alone: PeerFinding[] = [];
    const configured: PeerFinding[] = [];
    const printed: string[] = [];
    for (const file of files) {
      alone.push(...kcwardenFindings((await tools.kcwarden(file, false)).stdout));
      const { stdout } = await tools.kcwarden(file, true);
      configured.push(...kcwardenFindings(stdout));
      if (file.realm === sampleOf.realm) printed.push(...kcwardenLines(stdout, sampleOf.clientId));
    }
    const ofSample = files.filter(({ realm }) => realm === sampleOf.realm);
    const checkedInWords = await Promise.all(
      ofSample.map((file) => tools.checkInWords(file, casePolicy)),
    );
    const checked = checkFindings((await tools.check(files, casePolicy)).stdout);
    const reporting = await tools.report(casePolicy);
    const reported = reportFindings(reporting.stdout);
    report("Making the large realm …");
    await makeLargeRealm(newAdmin);
    const largeFile = await makeRealmFile(from, largeRealm, folder);
    report("Timing …");
    const timed = { from, caseFiles: files, casePolicy, largeFile, emptyPolicy };
    return {
      cases: allCases.map((it) => ({
        ...{ of: it, kcwardenAlone: judgeCase(it, alone), kcwarden: judgeCase(it, configured) },
        ...{ check: judgeCase(it, checked), report: judgeCase(it, reported) },
      })),
      ...{ proved, files: files.length, largeBytes: (await stat(largeFile.path)).size },
      lines: {
        presets: linesOf(presetsPolicy()),
        kcwarden: linesOf(kcwardenConfig(sampleOf.realm, ["realm-management"])),
      },
      sample: {
        kcwarden: printed,
        check: checkedInWords.flatMap(({ stdout }) => linesAbout(stdout, sampleOf.clientId)),
      },
      times: await timeTools(tools, timed),
      reportSaid: reporting.stderr.split("\n").filter((line) => line.trim() !== ""),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
