import fc from "fast-check";
import { expect, test } from "vitest";
import { type ParsedText, parseCalls } from "../../../../src/access/question/parse-calls.ts";
import { anyText } from "../any-text.ts";
import { hostileTexts } from "../hostile-texts.ts";

/** The calls as "METHOD /path", and every method as "*". */
function callsIn(text: string): readonly string[] {
  const parsed = parseCalls(text);
  if (parsed.kind !== "calls") throw new Error(`Read as ${parsed.kind}: ${text}`);
  return parsed.calls.map(({ method = "*", path }) => `${method} ${path}`);
}

const isNormalised = (path: string) => /^\/./.test(path) && !/\/\/|\/$|\/\.\.?(\/|$)/.test(path);

function assertSound(parsed: ParsedText): void {
  if (parsed.kind !== "calls") return;
  expect(parsed.calls.length).toBeGreaterThan(0);
  for (const { method, path } of parsed.calls) {
    expect(isNormalised(path), path).toBe(true);
    expect(method ?? "GET").toMatch(/^[A-Z]+$/);
  }
}

const scraps = fc.array(
  fc.constantFrom(
    ...["curl ", "-X ", "POST ", "GET ", "-d ", "'", '"', "\\", "\n", "$(", ")", "`", "^", "|"],
    ...["https://", "h/", "/admin/realms/", "/realms/", "acme", "/users", "..", "/", "%", "%2e"],
    ...[
      "{",
      "}",
      "<",
      ">",
      "${",
      ":id",
      "?",
      "#",
      "=",
      "__proto__",
      "\u202e",
      "\u0000",
      "é",
      "method:",
    ],
  ),
  { maxLength: 40 },
);

test("whatever is typed, nothing fails, and each path is whole", () => {
  fc.assert(fc.property(anyText(), (text) => assertSound(parseCalls(text))));
  fc.assert(
    fc.property(scraps, (parts) => assertSound(parseCalls(parts.join("")))),
    {
      numRuns: 2000,
    },
  );
});

test("a call is the same however its address is written", () => {
  const segment = fc
    .stringMatching(/^[a-z][a-z0-9-]{0,12}$/)
    .filter((it) => !["admin", "realms"].includes(it));
  fc.assert(
    fc.property(
      fc.constantFrom("https://sso.example.org", "$KC", "", "http://localhost:8080/auth"),
      fc.constantFrom("GET", "POST", "PUT", "DELETE"),
      fc.array(segment, { minLength: 1, maxLength: 6 }),
      (base, method, segments) => {
        const path = `/${segments.join("/")}`;
        const address = `${base}/admin/realms/acme${path}`;
        const call = [`${method} ${path}`];
        expect(callsIn(`${method} ${path}`)).toEqual(call);
        expect(callsIn(`${method} ${address}?first=1`)).toEqual(call);
        expect(callsIn(`curl -X ${method} "${address}/"`)).toEqual(call);
        expect(callsIn(`"${method} ${address} HTTP/1.1" 403`)).toEqual(call);
      },
    ),
  );
});

test.each(hostileTexts(10_000))("of a text of many %s each path is whole", (_, text) => {
  assertSound(parseCalls(text));
});
