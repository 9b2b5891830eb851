import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { answerQuestion } from "../../../../src/access/question/answer-question.ts";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { searchCalls } from "../../../../src/access/question/search-calls.ts";
import { wholePath } from "../../../../src/catalog/calls/call-template.ts";
import { loadMinor, measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import { readMeasurement } from "../../../../src/catalog/measured/measured-matrix.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { englishCallNames } from "./english-call-names.ts";

const matrix = readMeasurement(JSON.parse(readFileSync("src/catalog/measured/26.7.json", "utf8")));
const source = {
  matrix,
  index: createCallIndex(matrix, (key) => englishCallNames.get(key)),
  presets: presets.filter(({ onlyIn }) => onlyIn !== "phaseTwo"),
  held: { names: new Set(["view-users"]), reduced: new Set<string>(), possible: new Set<string>() },
};

const ask = (text: string) => answerQuestion(text, source);

test("a call is answered with its smallest role, its smallest preset, and what comes of it now", () => {
  const [answered] = ask("POST /users")?.calls ?? [];
  expect(answered?.verdict).toBe("denied");
  expect(answered?.roleSets).toEqual([["manage-users"]]);
  expect(answered?.presetSets.map((set) => set.map(({ id }) => id))).toEqual([["user-management"]]);
  expect(ask("GET /users")?.calls[0]?.verdict).toBe("allowed");
});

test("of a path without a method reading is answered, and the other methods are offered", () => {
  const [answered] = ask("https://sso.example.org/admin/realms/acme/users")?.calls ?? [];
  expect(answered?.call.method).toBe("GET");
  expect(answered?.alternatives.map(({ method }) => method)).toEqual(["POST"]);
});

test("of a path that can't be read the first method is answered", () => {
  const [answered] = ask("/users/1/reset-password")?.calls ?? [];
  expect(answered?.call.method).toBe("PUT");
  expect(answered?.alternatives).toEqual([]);
});

test("words find calls by their names, the best five, and the rest is counted", () => {
  const found = searchCalls(["role"], source.index);
  const { calls, ...rest } = ask("role") ?? { calls: [] };
  expect(calls.map(({ call }) => call)).toEqual(found.slice(0, 5));
  expect(calls.flatMap(({ alternatives }) => alternatives)).toEqual([]);
  expect(rest).toEqual({
    isNamed: false,
    notMeasured: [],
    unknown: [],
    parts: [],
    foreign: [],
    together: undefined,
    more: found.length - 5,
  });
  expect(ask("smtp")).toMatchObject({ isNamed: false, more: 0 });
});

test("an unknown call is answered with the closest matches, next to known calls", () => {
  const typed = { method: "POST", path: "/userz" };
  const alone = ask("POST /userz");
  expect(alone).toMatchObject({ isNamed: true, calls: [], unknown: [{ typed }], more: 0 });
  expect(alone?.together).toBeUndefined();
  expect(alone?.unknown[0]?.nearest[0]).toMatchObject({ method: "POST", path: "/users" });
  const both = ask("POST /userz, GET /users");
  expect(both?.calls.map(({ call }) => call.path)).toEqual(["/users"]);
  expect(both?.unknown).toHaveLength(1);
  expect(both?.together?.roleSets[0]).toEqual(["view-users"]);
});

test.each([
  ["GET /ssf/config", "GET /ssf/config", /the feature ssf/],
  [
    "/admin/realms/acme/users/7/vc/credentials",
    "GET /users/{user-id}/vc/credentials",
    /oid4vc-vci/,
  ],
  [
    "curl https://sso.example.org/admin/realms/acme/clients/7/client-secret/rotated",
    "GET /clients/{client-uuid}/client-secret/rotated",
    /client-secret-rotation/,
  ],
  ["HEAD /client-types", "GET /client-types", /client-types/],
])("%s is told to exist, and why it was not measured", (text, call, reason) => {
  const answer = ask(text);
  expect(answer?.notMeasured.map(({ method, path }) => `${method} ${path}`)).toEqual([call]);
  expect(answer?.notMeasured[0]?.reason).toMatch(reason);
  expect(answer).toMatchObject({ unknown: [], together: undefined });
});

test("every call that was not measured is found by its own template, on every minor", async () => {
  for (const minor of measuredMinors) {
    const older = await loadMinor(minor);
    if (older === undefined) throw new Error(`${minor} was not measured.`);
    const index = createCallIndex(older, (key) => englishCallNames.get(key));
    for (const call of older.notCalled) {
      const answer = answerQuestion(`${call.method} ${wholePath(call.path)}`, {
        ...{ ...source, matrix: older, index },
      });
      expect(answer).toMatchObject({ calls: [], notMeasured: [call], unknown: [] });
    }
  }
});

test("what calls need together covers those that were measured, beside those that weren't", () => {
  const answer = ask("GET /users, GET /ssf/config");
  expect(answer?.notMeasured).toHaveLength(1);
  expect(answer?.together?.roleSets[0]).toEqual(["view-users"]);
});

test("a misspelt call that was not measured is led to by its nearest ones", () => {
  expect(ask("GET /ssf/confg")?.unknown[0]?.nearest[0]).toMatchObject({ path: "/ssf/config" });
});

test("a call outside of all realms is answered with the realm role of master that opens it", () => {
  const [answered] = ask("POST /admin/realms")?.calls ?? [];
  expect(answered).toMatchObject({
    ...{ verdict: "denied", roleSets: [["create-realm"]], isPartial: false },
    presetSets: [[{ id: "realm-creation" }]],
  });
  const held = {
    names: new Set(["create-realm"]),
    reduced: new Set<string>(),
    possible: new Set<string>(),
  };
  const creator = answerQuestion("POST /admin/realms", { ...source, presets, held });
  expect(creator?.calls[0]?.verdict).toBe("allowed");
});

test("if no role gets a full answer, roles with partial results are listed as such", () => {
  const [answered] = ask("GET /admin/serverinfo")?.calls ?? [];
  expect(answered).toMatchObject({ verdict: "filtered", isPartial: true });
  expect(answered?.roleSets).toHaveLength(3);
  expect(answered?.presetSets).toHaveLength(3);
  const both = ask("GET /admin/serverinfo, POST /users")?.together;
  expect(both).toMatchObject({ roleSets: [["manage-users"]], isPartial: true });
});

test("an address that no admin role allows is reported, on its own and with calls", () => {
  const address = "https://sso.example.org/realms/acme/protocol/openid-connect/token";
  const foreign = [{ address, reason: "outsideAdminApi" }];
  const nothing = {
    ...{
      isNamed: true,
      calls: [],
      notMeasured: [],
      unknown: [],
      parts: [],
      together: undefined,
      more: 0,
    },
  };
  expect(ask(address)).toEqual({ ...nothing, foreign });
  expect(ask(`POST ${address} then GET /users`)).toMatchObject({ calls: [{}], foreign });
  expect(ask("GET /users")?.foreign).toEqual([]);
});

test("the answer says whether the text names more calls than are answered", () => {
  const log = (count: number) =>
    Array.from({ length: count }, (_, index) => `GET /userz/${index}`).join("\n");
  expect(ask(log(50))).toMatchObject({ more: 0 });
  expect(ask(log(51))).toMatchObject({ more: 1 });
});

test("several calls are answered together", () => {
  const answer = ask("GET /admin/realms/a/events GET /admin/realms/a/users/b");
  expect(answer?.together?.roleSets[0]).toEqual(["view-events", "view-users"]);
});

test("a text about no call has no answer", () => {
  expect(ask("xyzzy")).toBeUndefined();
  expect(ask("")).toBeUndefined();
});

test("a minor's measurement weighs no more than 24 kB gzipped", () => {
  for (const minor of ["26.0", "26.2", "26.4", "26.5", "26.6", "26.7"]) {
    const text = readFileSync(`src/catalog/measured/${minor}.json`);
    expect(gzipSync(text).length).toBeLessThan(24_000);
  }
});
