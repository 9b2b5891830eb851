import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("SECURITY.md", "utf8");

/** Tests that hold a guarantee, as SECURITY.md names them: `file`, something beside it, and the title. */
const named = [...text.matchAll(/^- `([^`]+)`(?:, [^:]+)?: (?:`([^`]+)`|``(.+)``)$/gm)].map(
  ([, file = "", title, titleWithBackticks]) => ({
    file,
    // A title that is put together in the test stands in backticks there.
    title: (title ?? titleWithBackticks ?? "").replace(/^`|`$/g, ""),
  }),
);

const guarantees = text.split(/^### /m).slice(1);

test("each guarantee names a test that checks it", () => {
  expect(guarantees.length).toBeGreaterThanOrEqual(6);
  for (const guarantee of guarantees) expect(guarantee).toMatch(/^- `[^`]+\.ts`/m);
});

test.each(named)("$file has the test $title", ({ file, title }) => {
  expect(readFileSync(`test/${file}`, "utf8")).toContain(title);
});
