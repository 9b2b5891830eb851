import { hasFeature } from "../../src/catalog/server/server-features.ts";
import { pairs } from "./administrators.ts";
import { endScenarios } from "./ends/end-scenarios.ts";
import { faultsFor } from "./fault.ts";
import type { FaultsRealm } from "./faults-realm.ts";
import { moves } from "./move.ts";
import { play, type Way } from "./play.ts";
import { playTwo } from "./play-two.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./scenario.ts";
import { movingScenarios, scenarios } from "./scenarios.ts";
import { interleavings } from "./turns.ts";

/** One case of the matrix. */
export interface FaultCase {
  /** What cases are counted by. */
  readonly table: "faults" | "ends" | "moving objects" | "two administrators";
  readonly scenario: string;
  readonly happening: string;
  readonly name: string;
  /** `shared` with other cases, `master`, or a realm of its own since it ends with the case. */
  readonly realm: "shared" | "master" | "own";
  /** Whether it waits long, so that many of its kind should run at once. */
  readonly isSlow: boolean;
  readonly run: (realm: FaultsRealm) => Promise<readonly Problem[]>;
}

/** Each way has a case of its own, but where the request changes nothing one case goes both. */
const waysAfter = (isReading: boolean): readonly Way[] =>
  isReading ? ["undo and continue"] : ["continue", "undo"];

const isReading = (label: string) => label.startsWith("GET ");

const realmOf = ({ isMaster }: Scenario) => (isMaster ? "master" : "shared");

/** The scenarios in which faults strike. */
const faultScenarios = { faults: scenarios, ends: endScenarios, "moving objects": movingScenarios };

const faultCases = (table: "faults" | "ends"): readonly FaultCase[] =>
  faultScenarios[table].flatMap((scenario) =>
    scenario.requests.flatMap((label, request) =>
      faultsFor(isReading(label)).flatMap((fault) =>
        waysAfter(isReading(label)).map((way) => ({
          table,
          scenario: scenario.name,
          happening: fault.name,
          name: `${scenario.name}: ${fault.name} at ${request + 1}, ${label}, then ${way}`,
          realm: realmOf(scenario),
          isSlow: fault.fault.kind === "delay",
          run: async (realm: FaultsRealm) =>
            (await play(realm, scenario, { request, fault }, way)).problems,
        })),
      ),
    ),
  );

const movingCases = (): readonly FaultCase[] =>
  movingScenarios.flatMap((scenario) =>
    scenario.requests.flatMap((label, request) =>
      moves.flatMap((move) =>
        waysAfter(isReading(label)).map((way) => ({
          table: "moving objects" as const,
          scenario: scenario.name,
          happening: move.name,
          name: `${scenario.name}: ${move.name} before ${request + 1}, ${label}, then ${way}`,
          realm: move.endsRealm ? ("own" as const) : realmOf(scenario),
          isSlow: false,
          run: async (realm: FaultsRealm) =>
            (await play(realm, scenario, { request, move }, way)).problems,
        })),
      ),
    ),
  );

const administratorCases = (): readonly FaultCase[] =>
  pairs.flatMap(([first, second]) =>
    interleavings(first.length, second.length).flatMap((order) =>
      waysAfter(false).map((way) => ({
        table: "two administrators" as const,
        scenario: first.name,
        happening: second.name,
        name: `${first.name} and ${second.name} as ${order.map((who) => who[0]).join("")}, then ${way}`,
        realm: "shared" as const,
        isSlow: false,
        run: (realm: FaultsRealm) => playTwo(realm, { first, second }, order, way),
      })),
    ),
  );

/** The schedule is asked until it has what was put on it, so that how often isn't known. */
const listed = (requests: readonly string[]) =>
  requests
    .filter((label) => label !== "GET /workflows/scheduled/{id}")
    .sort()
    .join();

/** Without a fault: each scenario reaches its goal with just the requests that faults are tried on. */
const quietCases = (table: keyof typeof faultScenarios): readonly FaultCase[] =>
  faultScenarios[table].flatMap((scenario) =>
    waysAfter(false).map((way) => ({
      table,
      scenario: scenario.name,
      happening: "none",
      name: `${scenario.name} (${table}): nothing goes wrong, then ${way}`,
      realm: realmOf(scenario),
      isSlow: false,
      run: async (realm: FaultsRealm) => {
        const { problems, requests } = await play(realm, scenario, undefined, way);
        const isAsListed = listed(requests) === listed(scenario.requests);
        const text = `the scenario sends ${requests.join(", ")}`;
        return isAsListed ? problems : [...problems, { verdict: "broken" as const, text }];
      },
    })),
  );

/** All cases there are on a version, always in the same order: without workflows, no roles end. */
export function allFaultCases(version: string): readonly FaultCase[] {
  const endCases = [...quietCases("ends"), ...faultCases("ends")];
  return [
    ...quietCases("faults"),
    ...faultCases("faults"),
    ...(hasFeature("workflows", version) === true ? endCases : []),
    ...quietCases("moving objects"),
    ...movingCases(),
    ...administratorCases(),
  ];
}
