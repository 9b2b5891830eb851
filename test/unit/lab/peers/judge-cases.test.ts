import { expect, test } from "vitest";
import { allCases, caseRealms } from "../../../../lab/peers/cases/all-cases.ts";
import type { PeerCase, Subject } from "../../../../lab/peers/cases/peer-case.ts";
import { isProof } from "../../../../lab/peers/cases/prove-cases.ts";
import { judgeCase } from "../../../../lab/peers/findings/judge-cases.ts";

const client = (name: string, realm = "r"): Subject => ({ realm, kind: "client", name });
const scope: Subject = { realm: "r", kind: "clientScope", name: "case" };
const harmful: PeerCase = {
  ...{ id: "case", topic: "access", what: "what" },
  subjects: [client("case"), scope],
  twin: client("twin"),
};
const harmless: PeerCase = { ...harmful, topic: "harmless" };
const found = (subject: Subject, rule: string) => ({ subject, rule });

test("what is reported of the case and not of its twin is what a tool finds, each rule once", () => {
  const findings = [
    found(client("case"), "Usual"),
    found(client("twin"), "Usual"),
    found(client("case"), "Sensitive"),
    found(client("case"), "Sensitive"),
    found(scope, "Mapper"),
    found(client("other"), "Other"),
    found(client("case", "elsewhere"), "Elsewhere"),
    found({ realm: "r", kind: "group", name: "case" }, "Group"),
  ];
  expect(judgeCase(harmful, findings)).toEqual({ rules: ["Sensitive", "Mapper"], isRight: true });
  expect(judgeCase(harmless, findings).isRight).toBe(false);
});

test("a case that is reported no more than its twin is not found", () => {
  const findings = [found(client("case"), "Usual"), found(client("twin"), "Usual")];
  expect(judgeCase(harmful, findings)).toEqual({ rules: [], isRight: false });
  expect(judgeCase(harmless, findings)).toEqual({ rules: [], isRight: true });
});

test.each([
  ["access", false, 200, true],
  ["access", false, 201, true],
  ["access", false, 403, false],
  ["access", false, 401, false],
  ["harmless", false, 403, true],
  ["harmless", false, 200, false],
  ["harmless", false, 400, false],
  ["harmless", false, 500, false],
  ["access", true, 401, true],
  ["access", true, 200, false],
  ["access", true, 403, false],
] as const)("%s, dormant %s: a status %d is a proof: %s", (topic, isDormant, status, isOne) => {
  expect(isProof({ ...harmful, topic, isDormant }, status)).toBe(isOne);
});

test("each case has its own id and words, and compares things of one kind", () => {
  for (const part of ["id", "what"] as const) {
    expect(new Set(allCases.map((it) => it[part])).size).toBe(allCases.length);
  }
  for (const { subjects, twin } of allCases) {
    expect(subjects[0]?.kind).toBe(twin.kind);
    expect(subjects).not.toContainEqual(twin);
  }
});

test("each case is in a realm that is made, or in master", () => {
  const realms = ["master", ...caseRealms.map(({ realm }) => realm)];
  const named = allCases.flatMap(({ subjects, twin }) => [...subjects, twin]);
  expect(named.filter(({ realm }) => !realms.includes(realm))).toEqual([]);
});

test("each case about a service account is proved on the server", () => {
  const unproved = allCases.filter(
    ({ topic, proof }) => (topic === "access" || topic === "harmless") && proof === undefined,
  );
  expect(unproved).toEqual([]);
});
