import { describe, expect, test } from "vitest";
import { callsOfEvent, createEventIndex } from "../../../../src/access/use/event-index.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import eventsOfCalls from "../../../../src/catalog/calls/events-of-calls.json";
import { loadMinor, measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import { promisedCalls } from "../../../../src/catalog/presets/promised-calls.ts";
import { makeEvent } from "../../access/use/make-event.ts";

const table = new Map(Object.entries(eventsOfCalls));

/** Events that don't tell which of several calls left them. */
const several = new Map([
  ["CREATE AUTHORIZATION_RESOURCE_SERVER clients/{}", ["POST/clients", "PUT/clients/{}"]],
]);

/** The console's own way of changing the realm. */
const ofConsole = new Map([["PUT/ui-ext", "PUT/admin/realms/{}"]]);

const isWrite = (key: string) => !key.startsWith("GET/");

/** Calls that are no GET and change nothing, so that no event is expected. */
const reads = [
  "POST/partial-export",
  "POST/identity-provider/import-config",
  "POST/client-description-converter",
];

/** Writing calls that presets promise and that leave no event: only a log tells of these. */
const promisedAndUntraced = [
  "DELETE/admin-events",
  "DELETE/events",
  "DELETE/organizations/{}/identity-providers/{}",
  "POST/organizations/{}/identity-providers",
  "POST/realms/{}/clients-registrations/default",
  "POST/realms/{}/clients-registrations/openid-connect",
  "POST/users/{}/impersonation",
  "POST/workflows",
];

describe.each(measuredMinors)("on %s", async (minor) => {
  const matrix = await loadMinor(minor);
  if (matrix === undefined) throw new Error(`${minor} was not measured.`);
  const calls = [...matrix.calls, ...matrix.notCalled];
  const index = createEventIndex(eventsOfCalls, calls);
  const known = new Set(calls.map(callKey));

  test("each event that a call leaves leads back to that call", () => {
    for (const [key, events] of table) {
      if (!known.has(key)) continue;
      for (const event of events) {
        const found = callsOfEvent(makeEvent(event.replaceAll("{}", "1")), index).map(callKey);
        expect([event, found]).toEqual([event, several.get(event) ?? [ofConsole.get(key) ?? key]]);
      }
    }
  });

  test("what events are left by is known of each measured call that writes", () => {
    const unknown = matrix.calls
      .map(callKey)
      .filter((key) => isWrite(key) && !table.has(key) && !reads.includes(key));
    const evaluations = unknown.filter((key) => !/\/evaluate$|upload-certificate$/.test(key));
    expect(evaluations).toEqual([]);
  });
});

test("which promised calls leave no event is known", () => {
  const promised = new Set([...promisedCalls.values()].flat());
  const untraced = [...promised].filter((key) => isWrite(key) && !table.get(key)?.length);
  expect(untraced.filter((key) => !reads.includes(key)).sort()).toEqual(promisedAndUntraced);
});
