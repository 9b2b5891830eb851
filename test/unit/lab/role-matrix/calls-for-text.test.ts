import { expect, test } from "vitest";
import { callsForText } from "../../../../lab/role-matrix/page/calls-for-text.ts";
import texts from "../../../../messages/calls_en.properties";
import { noRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { answerQuestion } from "../../../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { searchCalls } from "../../../../src/access/question/search-calls.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import file from "../../../../src/catalog/measured/26.7.json";
import { isMeasured, readMeasurement } from "../../../../src/catalog/measured/measured-matrix.ts";

const matrix = readMeasurement(file);
const index = createCallIndex(matrix, (key) => texts[key]);
const search = (text: string) => callsForText(text, index);
const keys = (text: string) => search(text)?.calls.map(callKey);

/** How many of the calls that words find are not in the table, since they were not measured. */
const unmeasured = (text: string) =>
  searchCalls([text], index).filter((call) => !isMeasured(call)).length;

test.each([
  "reset password",
  "list users",
  "GET /users/count",
  "/users/7f3a/reset-password",
  "https://a.example/auth/admin/realms/demo/users?max=5",
  "curl -X DELETE https://a.example/admin/realms/demo/users/7f3a",
  "curl -X POST ↵ https://a.example/admin/realms/demo/users ↵ curl https://a.example/admin/realms/demo/groups",
  "/userz",
])("%s finds the calls that the console's tab finds", (text) => {
  const answer = answerQuestion(text.replaceAll(" ↵ ", "\n"), {
    ...{ matrix, index, presets: [], held: noRoles },
  });
  const tab = [
    ...(answer?.calls.flatMap(({ call, alternatives }) => [call, ...alternatives]) ?? []),
    ...(answer?.unknown.flatMap(({ nearest }) => nearest) ?? []),
  ].map(callKey);
  expect(tab.length).toBeGreaterThan(0);
  expect(keys(text)).toEqual(expect.arrayContaining(tab));
  expect(keys(text)).toHaveLength(
    tab.length + (answer?.isNamed === false ? answer.more - unmeasured(text) : 0),
  );
});

test("says what has no exact match, and shows what is similar", () => {
  expect(search("GET /userz")?.notes).toEqual([
    "No exact match for GET /userz. These calls are similar.",
  ]);
  expect(keys("GET /userz")).toContain("GET/users");
  expect(search("GET /a/b/c/d/e/f/g/h/i")).toEqual({
    calls: [],
    notes: ["No exact match for GET /a/b/c/d/e/f/g/h/i."],
  });
});

test.each([
  ["GET /ssf/config", /^Not measured: GET \/ssf\/config\. Needs the feature ssf\b/],
  [
    "GET /clients/7/client-secret/rotated",
    /^Not measured: GET \/clients\/\{client-uuid\}\/client-secret\/rotated\. No client has a rotated secret/,
  ],
])("says of %s that it was not measured, and why", (text, note) => {
  expect(search(text)).toEqual({ calls: [], notes: [expect.stringMatching(note)] });
});

test("names five of the calls that were not measured for the same reason, and counts the rest", () => {
  expect(search("ssf stream")?.notes).toEqual([
    expect.stringMatching(
      /^Not measured: ([A-Z]+ \/ssf\S+, ){4}[A-Z]+ \/ssf\S+ and 1 more\. Needs/,
    ),
  ]);
});

test("says which addresses no admin role opens", () => {
  expect(search("https://other.example/nothing")).toEqual({
    calls: [],
    notes: ["https://other.example/nothing is not an address of Keycloak's Admin API."],
  });
  const token = "https://a.example/realms/demo/protocol/openid-connect/token";
  expect(search(token)?.notes).toEqual([
    `${token} needs no admin role: it is not part of the Admin API.`,
  ]);
});

test("a text without words asks for nothing", () => {
  expect(search("  ")).toBeUndefined();
});
