import { expect, test } from "vitest";
import { pruneMarkup } from "../../../../lab/console-fixtures/prune-markup.ts";

const page = `<!doctype html><html><head><title>Console</title></head><body>
  <nav><span class="label">Elsewhere</span></nav>
  <main id="main" style="color: red" data-ouia-component-id="OUIA-1">
    <section><h1 data-testid="heading" id="pf-1701">A &amp; B</h1><form>much</form></section>
    <section>
      <ul role="tablist" class="tabs"><li><a href="#/x" tabindex="0">
        Settings</a><svg viewBox="0 0 1 1"><path d="M0"/></svg></li></ul>
      <section role="tabpanel" class="panel"><p>a form</p></section>
      <section role="tabpanel" hidden></section>
    </section>
  </main></body></html>`;

test("a page is reduced to its relevant elements, one per line", () => {
  const kept = { whole: ["h1", "[role=tablist]"], empty: ["[role=tabpanel]"] };
  expect(pruneMarkup(page, kept)).toBe(`<main id="main">
  <section>
    <h1 data-testid="heading">A &amp; B</h1>
  </section>
  <section>
    <ul role="tablist" class="tabs">
      <li>
        <a href="#/x">Settings</a>
        <svg></svg>
      </li>
    </ul>
    <section role="tabpanel" class="panel"></section>
    <section role="tabpanel"></section>
  </section>
</main>
`);
});

test("a page without anything of it is empty", () => {
  expect(pruneMarkup(page, { whole: [".gone"], empty: [] })).toBe("");
});

test("the text of a script stays, each line by itself", () => {
  const script = '<script id="environment" type="application/json">\n {\n  "a": "b"\n }\n</script>';
  const html = `<html><body>${script}<script src="/x.js"></script></body></html>`;
  expect(pruneMarkup(html, { whole: ["#environment"], empty: ["script[src]"] })).toBe(`<body>
  <script id="environment" type="application/json">
    {
    "a": "b"
    }
  </script>
  <script src="/x.js"></script>
</body>
`);
});
