import type { CheckRun } from "../check-run.ts";
import type { DocumentPlan } from "../document/factors.ts";
import type { Power } from "../oracle/power.ts";
import { explainAlarm, explainRefusal, explainRoles } from "./explain.ts";
import { type Findings, readFindings } from "./said.ts";

/** Something that `check` said of a document although it isn't so, and why that is fine. */
export interface FalseAlarm {
  readonly text: string;
  /** Undefined where nothing explains it. */
  readonly because: string | undefined;
}

/** What `check` said of a document, held against what a server made of it. */
export interface Judgement {
  /** Whether a program turned out to have power. */
  readonly isPowerful: boolean;
  /** Powers with which the document passed. */
  readonly letThrough: readonly string[];
  /** Unreported access in a document that failed for another reason. */
  readonly untold: readonly string[];
  readonly falseAlarms: readonly FalseAlarm[];
}

/** A power that a program turned out to have. */
interface FoundPower {
  readonly clientId: string;
  readonly text: string;
  /** Admin roles of its account; empty where it comes by something else. */
  readonly roles: readonly string[];
}

function powersOf(power: Power): readonly FoundPower[] {
  if (power.kind === "refused") return [];
  return [
    ...power.accounts
      .filter(({ roles }) => roles.length > 0)
      .map(({ clientId, roles }) => ({
        ...{ clientId, roles },
        text: `the account of ${clientId} holds ${roles.join(", ")}`,
      })),
    ...power.clients
      .filter(({ calls, isOtherUser }) => calls.length > 0 || isOtherUser)
      .map(({ clientId, calls, isOtherUser }) => ({
        ...{ clientId, roles: [] },
        text: `${clientId}${isOtherUser ? " acts as another user and" : ""} may ${calls.join(", ") || "do nothing"}`,
      })),
  ];
}

const everything = "realm-admin";

/** Whether a power is among what was said. */
function isTold({ clientId, roles }: FoundPower, { accounts, besideRoles }: Findings): boolean {
  const beside = besideRoles.filter((it) => it.clientId === clientId);
  if (beside.some(({ verdict }) => verdict === "cannotTell")) return true;
  const said = new Set(accounts.filter((it) => it.clientId === clientId).flatMap((it) => it.roles));
  if (said.has(everything)) return true;
  return roles.length > 0 ? roles.every((it) => said.has(it)) : said.size > 0 || beside.length > 0;
}

/** What was said and isn't so. */
function falseAlarmsOf(
  plan: DocumentPlan,
  run: CheckRun,
  said: Findings | undefined,
  power: Power,
  adminRoles: ReadonlySet<string>,
): readonly FalseAlarm[] {
  if (run.exitCode === 0) return [];
  if (power.kind === "refused") {
    return [{ text: power.because, because: "the server refuses the document, too" }];
  }
  if (said === undefined) {
    const isHarmless = powersOf(power).length === 0;
    return isHarmless ? [{ text: run.errors.trim(), because: explainRefusal(run.errors) }] : [];
  }
  const ofRoles = said.accounts.flatMap(({ clientId, username, roles }): FalseAlarm[] => {
    const held = power.accounts.find((it) => it.clientId === clientId)?.roles ?? [];
    const more = roles.filter((role) => !held.includes(role));
    if (more.length === 0) return [];
    const text = `${clientId ?? username} doesn't hold ${more.join(", ")}`;
    return [{ text, because: explainRoles(plan, power, clientId, more, adminRoles) }];
  });
  const besideRoles = said.besideRoles.flatMap((it): FalseAlarm[] => {
    const client = power.clients.find(({ clientId }) => clientId === it.clientId);
    const isSo = client !== undefined && (client.isOtherUser || client.calls.length > 0);
    if (isSo) return [];
    const text = `${it.clientId}: ${it.kind}: ${it.because}`;
    return [{ text, because: explainAlarm(plan, power, it) }];
  });
  return [...ofRoles, ...besideRoles];
}

/**
 * Holds what `check` said of a document against what a server made of it.
 *
 * @param adminRoles the admin roles that this version of the server has
 */
export function judge(
  plan: DocumentPlan,
  run: CheckRun,
  power: Power,
  adminRoles: ReadonlySet<string>,
): Judgement {
  const said = readFindings(run.output);
  const powers = powersOf(power);
  const untold =
    said === undefined && run.exitCode !== 0
      ? []
      : powers.filter((it) => said === undefined || !isTold(it, said)).map(({ text }) => text);
  const hasPassed = run.exitCode === 0;
  return {
    isPowerful: powers.length > 0,
    letThrough: hasPassed ? powers.map(({ text }) => text) : [],
    untold: hasPassed ? [] : untold,
    falseAlarms: falseAlarmsOf(plan, run, said, power, adminRoles),
  };
}
