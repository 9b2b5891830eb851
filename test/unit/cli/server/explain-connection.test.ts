import { expect, test } from "vitest";
import { explainConnection } from "../../../../src/cli/server/explain-connection.ts";

const failed = (code: string) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

test.each([
  ["ECONNREFUSED", "the connection was refused"],
  ["ENOTFOUND", "this host name is not known"],
  ["ETIMEDOUT", "timed out"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "NODE_EXTRA_CA_CERTS"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "for another host name"],
  ["CERT_HAS_EXPIRED", "is not valid"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "Check http:// or https://"],
])("%s is said in words: %s", (code, words) => {
  expect(explainConnection(failed(code))).toContain(words);
});

test("each address of a host may have failed on its own", () => {
  const cause = new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]);
  expect(explainConnection(new TypeError("fetch failed", { cause }))).toContain("refused");
});

test.each([
  ["nothing", new Response(null, { status: 502 })],
  ["JSON of another server", Response.json({}, { status: 502 })],
])("an error with %s isn't Keycloak's", (_, response) => {
  const thrown = new Error("unexpected", { cause: response });
  expect(explainConnection(thrown)).toContain("it answered 502, but not like Keycloak");
});

test("no answer in time is said", () => {
  expect(explainConnection(new DOMException("", "TimeoutError"))).toContain("in time");
});

test("what is not known is not explained, and a circle of causes ends", () => {
  expect(explainConnection(failed("EWHATEVER"))).toBeUndefined();
  expect(explainConnection("text")).toBeUndefined();
  const circle = new Error("a");
  circle.cause = circle;
  expect(explainConnection(circle)).toBeUndefined();
});
