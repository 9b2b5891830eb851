import { expect, test } from "vitest";
import type { Recorded } from "../../../../lab/bench/apply/record-page.ts";
import { applyingMarkdown } from "../../../../lab/peers/applying/applying-markdown.ts";
import { clientsFor, middleOf } from "../../../../lab/peers/applying/applying-run.ts";
import type { ProgramMeasurement } from "../../../../lab/peers/applying/measure-program.ts";
import type { CaseTopic } from "../../../../lab/peers/cases/peer-case.ts";
import { findingsMarkdown } from "../../../../lab/peers/findings/findings-markdown.ts";
import type { FindingsRun, JudgedCase } from "../../../../lab/peers/findings/findings-run.ts";
import { wrongAboutAccess } from "../../../../lab/peers/findings/wrong-about-access.ts";

const recorded = (part: Partial<Recorded>): Recorded => ({
  ...{ clicks: 1, keys: 0, lastClickToResult: 40, lastClickToEnd: 90, longestTask: 0 },
  ...{ reads: 2, writes: 1, bytes: 0 },
  ...part,
});
const opening = recorded({ writes: 0, reads: 7 });
const page = (applying: Partial<Recorded>) => ({
  ...{ firstOpening: opening, reopening: opening, applying: recorded(applying) },
});

const counted = (milliseconds: number, writes = 1) => ({
  ...{ milliseconds, requests: 4, writes, signIns: 1 },
});
const measured = (milliseconds: number): ProgramMeasurement => ({
  ...{ lines: 12, preview: counted(10), apply: counted(milliseconds), again: counted(20, 0) },
});

test("of several rounds each number is the one in the middle, with a preview only where there is one", () => {
  const middle = middleOf([measured(300), measured(100), measured(200)]);
  expect(middle).toEqual(measured(200));
  const without = middleOf([{ ...measured(300), preview: undefined }]);
  expect(without.preview).toBeUndefined();
});

test("more programs need more clients", () => {
  expect(clientsFor(3)).toBeGreaterThan(clientsFor(2));
});

test("each way has a column, also one that wasn't run, and what a wrong role does is told", () => {
  const text = applyingMarkdown(
    {
      ...{ own: page({}), stock: page({ clicks: 6, keys: 7, lastClickToResult: 1_234 }) },
      programs: [
        {
          ...measured(2_000),
          ...{ name: "kcadm.sh", preview: undefined },
          wrongRole: { isSeenBefore: undefined, failed: true, assigned: [] },
        },
        {
          ...{ ...measured(3_000), name: "Ansible" },
          wrongRole: { isSeenBefore: false, failed: true, assigned: ["query-users"] },
        },
      ],
    },
    [{ name: "Terraform", reason: "Error: no provider" }],
  );
  const rows = text.split("\n");
  expect(rows[0]).toBe(
    "|  | this product's tab | stock dialog | `kcadm.sh` | Ansible | Terraform |",
  );
  expect(rows).toContain("| clicks, keys | 2, 0 | 7, 7 | – | – | not run |");
  expect(rows).toContain(
    "| time from the last click, or the start | 40 ms | 1.2 s | 2.0 s | 3.0 s | not run |",
  );
  expect(rows).toContain("| requests to open the tab | 7 | 7 | – | – | not run |");
  expect(rows).toContain("| requests to assign | 3 | 3 | 4 | 4 | not run |");
  expect(rows).toContain("| preview that changes nothing | – | – | none | 10 ms | not run |");
  expect(rows).toContain("Terraform was not run: Error: no provider");
  expect(rows).toContain("- `kcadm.sh`: no preview; run fails; assigns nothing.");
  expect(rows).toContain("- Ansible: preview passes; run fails; assigns query-users.");
});

const nothing = (topic: CaseTopic) => ({ rules: [], isRight: topic === "harmless" });

/** A case that some tools report. */
function judged(topic: CaseTopic, what: string, tools: Partial<JudgedCase>): JudgedCase {
  const subject = { realm: "r", kind: "client", name: what } as const;
  return {
    of: { id: what, topic, what, subjects: [subject], twin: { ...subject, name: "twin" } },
    ...{ kcwardenAlone: nothing(topic), kcwarden: nothing(topic) },
    ...{ check: nothing(topic), report: nothing(topic) },
    ...tools,
  };
}

test("presets is wrong where it misses admin access, or gives a false alarm", () => {
  const alarm = { rules: ["view-users"], isRight: false };
  expect(
    wrongAboutAccess([
      judged("access", "missed", { kcwarden: right("Rule") }),
      judged("access", "by-check", { check: right("a") }),
      judged("access", "by-report", { report: right("a") }),
      judged("harmless", "alarm", { report: alarm }),
      judged("harmless", "quiet", { kcwarden: alarm }),
      judged("people", "people", {}),
      judged("settings", "settings", {}),
    ]),
  ).toEqual(["missed: neither check nor report reports it.", "alarm: a false alarm."]);
});

const right = (...rules: string[]) => ({ rules, isRight: true });

const runOf = (cases: readonly JudgedCase[]): FindingsRun => ({
  ...{ cases, proved: 20, files: 15, largeBytes: 1_100_000, reportSaid: [] },
  times: {
    cases: { kcwarden: 4_700, check: 718 },
    large: { kcwarden: 1_300, check: 1_300 },
    live: { kcwarden: 1_400, report: 4_400 },
  },
  lines: { presets: 10, kcwarden: 40 },
  sample: { kcwarden: ["k"], check: ["c"] },
});

test("what each tool reports is counted and named, and a tool without a finding has no column", () => {
  const rows = findingsMarkdown(
    runOf([
      judged("access", "one", { kcwarden: right("Rule"), check: right("a", "b", "c") }),
      judged("access", "two", { report: right("d") }),
      judged("settings", "three", { kcwardenAlone: right("Set"), kcwarden: right("Set") }),
      judged("harmless", "four", {}),
      judged("people", "five", {}),
    ]),
  ).split("\n");
  expect(rows).toContain("| admin access of service accounts | 2 | 0 | 1 | 1 | 1 |");
  expect(rows).toContain(
    "| settings of clients, identity providers and realms | 1 | 1 | 1 | 0 | 0 |",
  );
  expect(rows).toContain("| one | `Rule` | `a`, `b` and 1 more | – |");
  expect(rows).toContain("| two | – | – | `d` |");
  expect(rows).toContain("| three | `Set` |");
  expect(rows).toContain("No finding from `presets check` and `presets report`.");
  expect(rows).toContain("No finding from kcwarden, `presets check`, and `presets report`.");
  expect(rows).toContain("- four");
});

test("a false alarm of any tool is called so", () => {
  const alarm = { rules: ["view-users"], isRight: false };
  const rows = findingsMarkdown(runOf([judged("harmless", "four", { check: alarm })])).split("\n");
  expect(rows).toContain("| four | false alarm: `view-users` |");
  expect(rows).toContain("No finding from kcwarden and `presets report`.");
});
