import { randomUUID } from "node:crypto";
import { createAdminApi } from "../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import type { Check, CheckRun } from "./check-run.ts";
import { makeDocument } from "./document/make-document.ts";
import type { NumberedDocument } from "./document/random-documents.ts";
import { writeDocument } from "./document/write-document.ts";
import { type Judgement, judge } from "./judge/judge.ts";
import { findPower, readAdminRoles } from "./oracle/find-power.ts";
import type { Power } from "./oracle/power.ts";

/** What came of a document. */
export interface GateResult extends NumberedDocument {
  readonly run: CheckRun;
  readonly power: Power;
  readonly judgement: Judgement;
}

/** What is run, and where. */
export interface GateRun {
  readonly server: Deployment;
  readonly documents: readonly NumberedDocument[];
  /** `presets check`, and such as were broken on purpose. */
  readonly checks: readonly Check[];
  readonly onResult: (check: number, result: GateResult) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Documents that are imported at the same time. */
const atOnce = 3;

/** Has each document checked, imports it, and compares. */
export async function runGate(run: GateRun): Promise<void> {
  const { server, documents, checks, onResult, signal } = run;
  const api = createAdminApi(server);
  const name = `Gate-${randomUUID().slice(0, 8)}`;
  const adminRoles = await readAdminRoles(api, name);
  const oracle = { api, baseUrl: server.apiUrl, adminRoles };
  const tryDocument = async (plan: NumberedDocument["plan"], realmName: string) => {
    const made = makeDocument(plan, realmName, randomUUID);
    const written = writeDocument(made, plan);
    const runs: CheckRun[] = [];
    for (const check of checks) runs.push(await check(written));
    return { runs, power: await findPower(oracle, made) };
  };
  const open = documents.values();
  const drain = async () => {
    for (const { number, plan } of open) {
      signal?.throwIfAborted();
      // Now and then the development database gives up a transaction: the document is made once more then.
      const { runs, power } = await tryDocument(plan, `${name}-${number}`).catch(() =>
        tryDocument(plan, `${name}-${number}-again`),
      );
      for (const [place, of] of runs.entries()) {
        const judgement = judge(plan, of, power, adminRoles);
        onResult(place, { number, plan, run: of, power, judgement });
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, drain));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}
