// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { readFormPost } from "../../../src/session/read-form-post.ts";

const redirectUri = "https://kc.example.org/admin/a%20b/console/";

/** The page that Keycloak answers with, as of 26.7.3. */
const page = (action: string) =>
  `<HTML><HEAD><TITLE>OIDC Form_Post Response</TITLE></HEAD><BODY Onload="document.forms[0].submit()">
  <FORM METHOD="POST" ACTION="${action}"><INPUT TYPE="HIDDEN" NAME="code" VALUE="a&amp;b&quot;c" />
  <INPUT TYPE="HIDDEN" NAME="state" VALUE="s" /><NOSCRIPT><INPUT TYPE="SUBMIT" VALUE="Continue" />
  </NOSCRIPT></FORM></BODY></HTML>`;

test.each([redirectUri, "https://kc.example.org/admin/a b/console/"])(
  "the fields of the form that leads back to the console are read (%s)",
  (action) => {
    expect(Object.fromEntries(readFormPost(page(action), redirectUri) ?? [])).toEqual({
      ...{ code: 'a&b"c', state: "s" },
    });
  },
);

test("a script in the page is not run", () => {
  const script = "<script>globalThis.wasRun = true</script><img src=x onerror='wasRun = true'>";
  expect(readFormPost(script + page(redirectUri), redirectUri)?.get("state")).toBe("s");
  expect("wasRun" in globalThis).toBe(false);
});

test("no event handler is parsed, since a strict policy would have browsers print a violation", () => {
  const parse = vi.spyOn(DOMParser.prototype, "parseFromString");
  readFormPost(page(redirectUri), redirectUri);
  expect(parse.mock.calls.map(([text]) => /\son\w+\s*=/i.test(text))).toEqual([false]);
  parse.mockRestore();
});

test.each([
  ["leads to another host", page("https://x.example.org/admin/a%20b/console/")],
  ["leads to another page", page("https://kc.example.org/realms/a%20b/login-actions")],
  ["leads nowhere", page("")],
  ["is none", "<html><p>We are sorry</p></html>"],
  ["is nothing", ""],
])("a page whose form %s is no answer", (_, text) => {
  expect(readFormPost(text, redirectUri)).toBeUndefined();
});
