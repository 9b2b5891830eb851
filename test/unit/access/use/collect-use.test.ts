import { expect, test } from "vitest";
import { collectUse } from "../../../../src/access/use/collect-use.ts";
import { createEventIndex } from "../../../../src/access/use/event-index.ts";
import { makeEvent } from "./make-event.ts";

const [create, change, read] = ["POST /users", "PUT /users/{id}", "GET /users"].map((text) => {
  const [method = "", path = ""] = text.split(" ");
  return { method, path, reason: "" };
});
if (create === undefined || change === undefined || read === undefined) throw new Error();

const index = createEventIndex(
  {
    "POST/users": ["CREATE USER users/{}", "ACTION USER users/{}"],
    "PUT/users/{}": ["UPDATE USER users/{}", "ACTION USER users/{}"],
  },
  [create, change, read],
);

test("each call stands once, with its events and the time of the last", () => {
  const events = [makeEvent("CREATE USER users/1", 5), makeEvent("CREATE USER users/2", 9)];
  expect(collectUse([...events, makeEvent("CREATE USER users/3", 7)], [], index).calls).toEqual([
    { call: create, events: 3, lastEvent: 9 },
  ]);
});

test("a write that failed was tried all the same", () => {
  const event = { ...makeEvent("UPDATE USER users/1"), error: "not_found" };
  expect(collectUse([event], [], index).calls.map(({ call }) => call)).toEqual([change]);
});

test("an event that several calls leave counts for each of them", () => {
  const { calls } = collectUse([makeEvent("ACTION USER users/1")], [], index);
  expect(calls.map(({ call }) => call)).toEqual([create, change]);
});

test("calls of a log stand beside those of events, each once", () => {
  const { calls } = collectUse([makeEvent("CREATE USER users/1")], [create, read, read], index);
  expect(calls).toEqual([
    { call: create, events: 1, lastEvent: 1_000 },
    { call: read, events: 0, lastEvent: undefined },
  ]);
});

test("events of no known call are kept by their kind, with the path of the last", () => {
  const { calls, unrecognized } = collectUse(
    [
      makeEvent("CREATE CUSTOM x/1", 5),
      makeEvent("CREATE CUSTOM x/2", 9),
      makeEvent("CREATE CUSTOM x/3", 7),
    ],
    [],
    index,
  );
  expect(calls).toEqual([]);
  expect(unrecognized).toEqual([
    { operation: "CREATE", resourceType: "CUSTOM", resourcePath: "x/2", events: 3, lastEvent: 9 },
  ]);
});
