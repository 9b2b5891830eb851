import { allowInsecureRequests } from "oauth4webapi";
import { expect, test } from "vitest";
import {
  answerTimeout,
  isRedirect,
  issuerOf,
  requestOptionsFor,
} from "../../../src/session/issuer-of.ts";

test("a realm's issuer is below the login, its name written as Keycloak writes it", () => {
  expect(issuerOf("https://kc.example.org/auth", "a b")).toBe(
    "https://kc.example.org/auth/realms/a%20b",
  );
});

test.each([
  ["http://localhost:8080/realms/a", true],
  ["https://kc.example.org/realms/a", false],
])("requests to %s may go over plain http: %s", (issuer, isAllowed) => {
  expect(requestOptionsFor(issuer)[allowInsecureRequests]).toBe(isAllowed);
});

test("each request has its own time limit", () => {
  const { signal } = requestOptionsFor("https://kc.example.org/realms/a");
  expect(answerTimeout).toBe(15_000);
  expect(signal()).not.toBe(signal());
  expect(signal().aborted).toBe(false);
});

test.each([
  [200, false],
  [307, true],
  [400, false],
])("an answer with %i is a redirect: %s", (status, expected) => {
  expect(isRedirect(new Response(null, { status }))).toBe(expected);
  const hidden = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  expect(isRedirect(hidden)).toBe(true);
});
