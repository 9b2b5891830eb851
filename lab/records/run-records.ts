import type { ChangeRecord } from "../../src/access/record/change-record.ts";
import { compareRecords } from "../../src/access/record/compare-records.ts";
import { parseRecord } from "../../src/cli/record/parse-record.ts";
import { readKeptEvents } from "../../src/cli/record/read-kept-events.ts";
import { differences } from "../../src/cli/record/record-lines.ts";
import { printableJson } from "../../src/formats/printable-json.ts";
import { createAdminApi as createProductApi } from "../../src/keycloak/api/admin-api.ts";
import { createAdminApi } from "../../test/e2e/realm/admin-api.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import {
  createRecorder,
  type RecordedChange,
} from "../../test/unit/keycloak/change/recorded-change.ts";
import { chanceFrom } from "../full-scope/make-realm.ts";
import { forgeRecord } from "./forge-record.ts";
import { clients, planChange } from "./plan-changes.ts";

interface RecordsRun {
  readonly server: Deployment;
  readonly seed: number;
  /** How many changes are made. */
  readonly count: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

const realm = "records";

/** Makes the changes and compares their records. @returns what is wrong, in sentences */
export async function runRecords(run: RecordsRun): Promise<readonly string[]> {
  const { server, seed, count, report, signal } = run;
  const chance = chanceFrom(seed);
  const admin = createAdminApi(server);
  const kept = { adminEventsEnabled: true, adminEventsDetailsEnabled: true };
  await admin.post("/admin/realms", { realm, enabled: true, ...kept });
  // The API asks clients for this scope from 26.8.2 on, so that changes move it.
  const scope = { name: "kc-admin-api", protocol: "openid-connect" };
  await admin.post(`/admin/realms/${realm}/client-scopes`, scope);
  const uuids: string[] = [];
  for (const client of clients) {
    uuids.push(await admin.post(`/admin/realms/${realm}/clients`, client));
  }
  const [person] = await admin.get<{ id: string }[]>(
    `/admin/realms/master/users?exact=true&username=${encodeURIComponent(server.adminUsername)}`,
  );
  const by = { realm: "master", userId: person?.id ?? "", name: server.adminUsername };
  const api = createProductApi(server.apiUrl, realm, {
    accessToken: admin.token,
    forgetToken: () => undefined,
  });
  const recorder = createRecorder(api, by);

  const last = new Map<string, RecordedChange>();
  const records: ChangeRecord[] = [];
  while (records.length < count) {
    signal.throwIfAborted();
    const planned = planChange(chance);
    const uuid = uuids[planned.place] ?? "";
    const before = last.get(uuid);
    if (planned.kind === "undo" && before === undefined) continue;
    const change =
      planned.kind === "undo" && before !== undefined
        ? await recorder.undoChange(before)
        : planned.kind === "undo"
          ? undefined
          : await recorder.makeChange(uuid, planned.kind, ...planned.presetIds);
    if (change === undefined || change.record.steps.length === 0) continue;
    if (planned.kind === "undo") last.delete(uuid);
    else last.set(uuid, change);
    // As it is saved and read again.
    records.push(parseRecord(printableJson(change.record), `change ${records.length + 1}`));
  }
  const steps = records.flatMap((record) => record.steps);
  const places = [...new Set(steps.map(({ place }) => place))].sort().join(", ");
  report(`Made ${records.length} changes with ${steps.length} steps: ${places}.`);

  const { keptFor } = await readKeptEvents(records, () => api);
  const wrong = compareRecords(records, keptFor).flatMap((compared, at) => [
    ...compared.steps
      .filter(({ verdict }) => verdict !== "found")
      .map(({ expected, verdict }) => `Change ${at + 1}: ${expected.resourcePath} is ${verdict}.`),
    ...compared.more.map((it) => `Change ${at + 1}: ${it.resourcePath} is more than recorded.`),
  ]);
  report("Compared each record with the admin events.");

  for (const [at, record] of records.entries()) {
    // A step about no roles can only be forged by its person.
    const isByAnother = at % 2 === 0 || record.steps[0]?.roles.length === 0;
    const forged = records.map((it) => (it === record ? forgeRecord(it, isByAnother) : it));
    const compared = compareRecords(forged, (it) => keptFor(records[forged.indexOf(it)] ?? it));
    const isNoticed = compared[at]?.steps.some(({ verdict }) => differences.includes(verdict));
    if (isNoticed !== true) wrong.push(`Change ${at + 1}: forging it wasn't noticed.`);
  }
  report("Forged each record.");
  return wrong;
}
