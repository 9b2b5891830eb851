import { expect, test } from "vitest";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { describeProblem } from "../../../../src/panel/context/describe-problem.ts";
import { SessionError } from "../../../../src/session/session-error.ts";
import { textOf } from "../text-of.ts";

const titleOf = (attempt: string) =>
  textOf("problem.title", { attempt: textOf(`attempts.${attempt}`, { realm: "demo" }) });

const describe = (thrown: unknown, attempt?: string) =>
  describeProblem(textOf, thrown, attempt, { realm: "demo" });

test("what the server refused is told with what was tried, its status and its own words", () => {
  const thrown = new AdminApiError({
    ...{ attempt: "listRoles", failure: "forbidden", status: 403, serverMessage: "Not you" },
  });
  expect(describe(thrown)).toEqual({
    title: titleOf("listRoles"),
    reason: textOf("problem.forbidden"),
    serverMessage: "Not you",
    remedy: "retry",
  });
});

test("what the person wanted is told in place of the request that failed", () => {
  const thrown = new AdminApiError({ attempt: "listRoles", failure: "serverError", status: 500 });
  const { title, reason } = describe(thrown, "undo");
  expect(title).toBe(titleOf("undo"));
  expect(reason).toContain("500");
});

test.each([
  ["signInNeeded", "signInNeeded", "signIn"],
  ["otherUser", "otherUser", "reload"],
  ["unreachable", "sessionUnreachable", "retry"],
  ["refused", "clientRefused", "retry"],
] as const)(
  "a sign-in that ended as %s has a text and a remedy of its own",
  (failure, key, remedy) => {
    expect(describe(new SessionError(failure, "cause"))).toMatchObject({
      title: titleOf("signIn"),
      reason: textOf(`problem.${key}`),
      remedy,
    });
  },
);

test.each([new Error("no"), "no", undefined])(
  "anything else is a case that nobody knows",
  (thrown) => {
    expect(describe(thrown)).toEqual({
      title: titleOf("show"),
      reason: textOf("problem.unexpected"),
      serverMessage: undefined,
      remedy: "retry",
    });
  },
);
