import type { AdminEvent } from "../../access/model/admin-event.ts";
import { rolesOfEvent } from "../../access/model/roles-of-event.ts";
import type { ChangeRecord, RecordedStep } from "../../access/record/change-record.ts";
import type {
  ComparedRecord,
  ComparedStep,
  StepVerdict,
} from "../../access/record/compare-records.ts";

/** A record, with the name of its file. */
export interface NamedRecord extends ComparedRecord {
  readonly file: string;
}

const verdicts = {
  found: "recorded by the server",
  otherRoles: "OTHER ROLES",
  byAnother: "BY SOMEONE ELSE",
  missing: "MISSING",
  notMade: "not made: its answer was lost, and no event says that it was carried out",
  notKnown: "NOT KNOWN",
} as const satisfies Record<StepVerdict, string>;

/** The verdicts that say that record and server differ. */
export const differences: readonly StepVerdict[] = ["otherRoles", "byAnother", "missing"];

const isoTime = (time: number) => new Date(time).toISOString();

/** Who made the write of an event, by their name where the record knows it. */
function whoMade({ by }: AdminEvent, record: ChangeRecord): string {
  const { userId } = by;
  return userId === record.by?.userId ? record.by.name : `user ${userId}`;
}

function rolesIn(event: AdminEvent): string {
  const roles = rolesOfEvent(event);
  return roles === undefined
    ? "the event doesn't say which roles"
    : roles.map(({ name }) => name).join(", ");
}

function nameStep({ direction, place, rolesOf, roles, clientScopes }: RecordedStep): string {
  const names = roles.map(({ name }) => name).join(", ");
  const of = rolesOf === null ? "realm roles" : `roles of ${rolesOf.clientId}`;
  switch (place) {
    case "account":
      return direction === "add" ? "enable service accounts" : "make the client public again";
    case "mapping":
      return `${direction === "add" ? "assign" : "unassign"} ${of}: ${names}`;
    case "scope":
      return `${direction === "add" ? "add to the scope" : "remove from the scope"} ${of}: ${names}`;
    case "clientScope":
      return `${direction} client scopes: ${clientScopes.map(({ name }) => name).join(", ")}`;
  }
}

function stepLine({ step, expected, verdict, event }: ComparedStep, record: ChangeRecord): string {
  const request = `${expected.operation} ${expected.resourcePath}`;
  const said =
    event === undefined
      ? verdicts[verdict]
      : [
          verdicts[verdict],
          `${isoTime(event.time)} by ${whoMade(event, record)}`,
          ...(expected.roleIds === undefined ? [] : [rolesIn(event)]),
        ].join(", ");
  return `  ${nameStep(step)} (${request}): ${said}`;
}

const moreLine = (event: AdminEvent, record: ChangeRecord) =>
  `  MORE THAN RECORDED: ${event.operation} ${event.resourcePath}, ${isoTime(event.time)} by ${whoMade(event, record)}`;

/** What came of comparing records, for people. */
export function recordLines(compared: readonly NamedRecord[]): readonly string[] {
  return compared.flatMap(({ file, record, steps, more }) => {
    const { realm, client, by, isUndo, mode, presets, ends, outcome } = record;
    const what = isUndo ? "undo" : [mode, ...presets].join(" ");
    const who = by === null ? "by someone not recorded" : `by ${by.name}`;
    return [
      `${file}: ${realm} / ${client.clientId}, ${what}, ${outcome}, ${who}`,
      ...steps.map((it) => stepLine(it, record)),
      ...(steps.length === 0 ? ["  no step was carried out"] : []),
      ...ends.map(
        ({ role, before, after }) =>
          `  end of ${role}: ${before ?? "never"} → ${after ?? "never"} (Keycloak keeps no event of that)`,
      ),
      ...more.map((event) => moreLine(event, record)),
    ];
  });
}

function eventAsJson(event: AdminEvent) {
  const { operation, resourcePath, by } = event;
  return {
    ...{ time: isoTime(event.time), operation, resourcePath },
    by: { realmId: by.realmId, userId: by.userId, clientUuid: by.clientUuid },
    roles: rolesOfEvent(event)?.map(({ name }) => name) ?? null,
  };
}

/** What came of comparing records, for programs. */
export function recordsAsJson(compared: readonly NamedRecord[]) {
  return compared.map(({ file, record, steps, more }) => ({
    ...{ file, realm: record.realm, client: record.client },
    steps: steps.map(({ step, expected, verdict, event }) => ({
      step: nameStep(step),
      request: `${expected.operation} ${expected.resourcePath}`,
      verdict,
      event: event === undefined ? null : eventAsJson(event),
    })),
    moreThanRecorded: more.map(eventAsJson),
  }));
}
