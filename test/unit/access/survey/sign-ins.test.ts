import { expect, test } from "vitest";
import { noSignIn } from "../../../../src/access/survey/sign-ins.ts";
import { signInsOf45Days } from "../make-survey.ts";

const day = 86_400_000;

test.each([
  ["30 days of events", 30 * day, { noneInDays: 30 }],
  ["less than 30 days of events", 30 * day - 1, undefined],
  ["a year of events", 365 * day + 5, { noneInDays: 365 }],
  ["an event of the future", -day, undefined],
])("with %s, no sign-in is told with the whole days", (_, readAt, expected) => {
  expect(noSignIn(signInsOf45Days({ readAt }), 0)).toEqual(expected);
});

test("without stored events, a missing sign-in means nothing", () => {
  expect(noSignIn(signInsOf45Days({ keptSince: undefined }), 0)).toBeUndefined();
});
