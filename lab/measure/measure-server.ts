import { callKey } from "../../src/catalog/calls/call-template.ts";
import type { MeasuredFile } from "../../src/catalog/measured/measured-matrix.ts";
import { startDirectory } from "../ldap/directory.ts";
import { adminRolesOf } from "./calls/admin-roles-of.ts";
import { createCallers } from "./calls/callers.ts";
import { type CallResult, type Measurement, measureCall } from "./calls/measure-call.ts";
import type { Endpoint } from "./endpoints/list-endpoints.ts";
import { inMeasuringOrder } from "./endpoints/order-of-calls.ts";
import { allFixtures } from "./fixtures/all-fixtures.ts";
import type { Fixture } from "./fixtures/fixture.ts";
import type { Journal } from "./result/journal.ts";
import { startMailSink } from "./world/mail-sink.ts";
import { makeRealm } from "./world/make-realm.ts";

const reportEvery = 50;

/**
 * Measures what each admin role of a realm allows on a running server, in a realm that it makes.
 * Calls that the journal knows already aren't made again. Throws the signal's reason when `signal`
 * is aborted, with the journal up to date.
 */
export async function measureServer(options: {
  baseUrl: string;
  newAdminToken: () => Promise<string>;
  version: string;
  endpoints: readonly Endpoint[];
  journal: Journal;
  report: (line: string) => void;
  signal: AbortSignal;
  /** For another API than the Admin API. */
  fixtures?: ReadonlyMap<string, Fixture>;
  prepareRealm?: typeof makeRealm;
  besideSingleRoles?: boolean;
  /** Measure these realm roles of `master`, and leave the realm's own roles out where asked. */
  masterRoles?: readonly string[];
  onlyMasterRoles?: boolean;
  /** Measure only the calls whose key matches. */
  only?: RegExp;
}): Promise<MeasuredFile> {
  const { baseUrl, newAdminToken, version, endpoints, journal, report, signal } = options;
  const { fixtures = allFixtures, prepareRealm = makeRealm, besideSingleRoles = false } = options;
  const { masterRoles = [], onlyMasterRoles = false, only = /^/ } = options;
  const keys = new Set(endpoints.map(callKey));
  const mails = await startMailSink();
  const directory = await startDirectory();
  try {
    const lab = await prepareRealm({
      baseUrl,
      realm: "measured",
      newAdminToken,
      smtpPort: mails.port,
      directoryUrl: directory.url,
      has: (key) => keys.has(key),
    });
    const { roles: all, includes } = await adminRolesOf(lab);
    const roles = onlyMasterRoles ? [] : all;
    const tokenOf = await createCallers(lab);
    const measurement: Measurement = {
      ...{ lab, tokenOf, roles, masterRoles, includes, fixtures, besideSingleRoles },
    };
    let done = 0;
    const wanted = endpoints.filter((endpoint) => only.test(callKey(endpoint)));
    for (const endpoint of inMeasuringOrder(wanted)) {
      signal.throwIfAborted();
      const key = callKey(endpoint);
      if (!journal.results.has(key)) {
        await journal.add(key, await measureCall(endpoint, measurement));
      }
      done += 1;
      if (done % reportEvery === 0) report(`  ${done} of ${wanted.length} calls measured`);
    }
    const day = new Date().toISOString().slice(0, 10);
    const results = journal.results;
    const file = measuredFile({
      ...{ version, day, roles, masterRoles, includes, endpoints, results },
    });
    report(`${file.calls.length} calls measured, ${file.notCalled.length} not called.`);
    return file;
  } finally {
    await mails.stop();
    await directory.stop();
  }
}

function measuredFile(from: {
  version: string;
  day: string;
  roles: readonly string[];
  masterRoles: readonly string[];
  includes: ReadonlyMap<string, readonly string[]>;
  endpoints: readonly Endpoint[];
  results: ReadonlyMap<string, CallResult>;
}): MeasuredFile {
  const calls: [string, string, string][] = [];
  const combinations: [string, readonly (readonly string[])[]][] = [];
  const notCalled: [string, string, string][] = [];
  const ofMaster = new Map(from.masterRoles.map((role) => [role, new Map<string, string>()]));
  for (const { method, path } of from.endpoints) {
    const result = from.results.get(callKey({ method, path }));
    if (result === undefined) continue;
    if ("notCalled" in result) {
      notCalled.push([method, path, result.notCalled]);
      continue;
    }
    calls.push([method, path, result.cells]);
    for (const [index, opened] of [...ofMaster.values()].entries()) {
      const letter = result.masterCells[index];
      if (letter !== undefined && letter !== "d") opened.set(`${method} ${path}`, letter);
    }
    if (result.combinations.length > 0)
      combinations.push([`${method} ${path}`, result.combinations]);
  }
  return {
    version: from.version,
    measuredOn: from.day,
    roles: from.roles,
    includes: Object.fromEntries(from.includes),
    ...(ofMaster.size === 0 ? {} : { masterRoles: fromMaps(ofMaster) }),
    calls,
    combinations: Object.fromEntries(combinations),
    notCalled,
  };
}

const fromMaps = (maps: ReadonlyMap<string, ReadonlyMap<string, string>>) =>
  Object.fromEntries([...maps].map(([name, map]) => [name, Object.fromEntries(map)]));
