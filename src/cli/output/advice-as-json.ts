import { riskOf } from "../../access/model/risk.ts";
import { reachByFamily } from "../../access/presets/preset-reach.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { callName } from "../measured/call-name.ts";
import { type AdviceAnswer, exitCodeOf, isComplete } from "./advice-answer.ts";
import { type CommandResult, jsonResult } from "./command-result.ts";
import { withoutSecrets } from "./without-secrets.ts";

const plain = ({ method, path }: CallTemplate) => ({ method, path });

const asTime = (time: number | undefined) =>
  time === undefined ? null : new Date(time).toISOString();

function describePresets({ advice: { presets }, matrix }: AdviceAnswer) {
  if (presets === undefined) return null;
  const roles = presets.presets.flatMap((preset) => preset.roles);
  const risk = riskOf(...presets.presets);
  return {
    presets: presets.presets.map(({ id }) => id),
    roles: roles.map(({ name }) => name),
    risk: risk?.level ?? null,
    allows: presets.allowed,
    reach: Object.fromEntries(reachByFamily(roles, matrix)),
  };
}

/** Used access and advice as JSON, for programs. */
export function adviceAsJson(answer: AdviceAnswer): CommandResult {
  const { advice, use, recorded, logged, matrix, days } = answer;
  const { difference } = advice;
  return jsonResult(
    {
      measuredOn: matrix.version,
      complete: isComplete(answer),
      events:
        recorded === undefined
          ? null
          : {
              days,
              from: asTime(recorded.from),
              recordedSince: asTime(recorded.recordedSince),
              kept: recorded.areWritesKept,
              allRead: recorded.isComplete,
              read: recorded.events.length,
              byPeople: recorded.byPeople,
              signIn: {
                kind: recorded.signIn.kind,
                time: asTime(recorded.signIn.kind === "at" ? recorded.signIn.time : undefined),
              },
            },
      counts: {
        calls: use.calls.length,
        fromEvents: advice.fromEvents,
        fromLog: advice.fromLog,
      },
      recommended: describePresets(answer),
      roles: advice.roles ?? null,
      lost: difference?.lost.map(plain) ?? null,
      gained: difference?.gained.map(plain) ?? null,
      calls: use.calls.map(({ call, events, lastEvent }) => ({
        ...plain(call),
        ...{ name: callName(call), events, lastEvent: asTime(lastEvent) },
      })),
      deniedNow: advice.deniedNow.map(plain),
      notMeasured: advice.notMeasured.map(plain),
      notRecognized: use.unrecognized.map(({ lastEvent, ...of }) => ({
        ...of,
        lastEvent: asTime(lastEvent),
      })),
      unknownInLog: logged.unknown.map((text) => withoutSecrets(text)),
      leaveNoEvent: answer.untraced.map(plain),
    },
    exitCodeOf(answer),
  );
}
