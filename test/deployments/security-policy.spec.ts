import { createHash } from "node:crypto";
import { applyAndUndoAtOwnConsole, userLookup } from "../e2e/console/apply-and-undo.ts";
import { startOne } from "./servers/start-one.ts";
import { expect, storyOn } from "./story-on.ts";

const test = storyOn((surroundings) => startOne(surroundings, {}));

/**
 * The strictest policy that the stock console works under: nothing from elsewhere, no script but files
 * of this server and the page's own, by their hashes. Its style sheets in JavaScript need `unsafe-inline`.
 *
 * @see [Content Security Policy](https://www.w3.org/TR/CSP3/)
 */
function strictPolicy(pages: string): string {
  const scripts = [...pages.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)]
    .map(({ groups }) => groups?.["text"] ?? "")
    .filter((text) => text.trim() !== "")
    .map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
  ].join("; ");
}

test.describe("A strict Content-Security-Policy of the realm", () => {
  test("a preset is applied and undone at that realm's console", async ({
    testBed,
    adminConsole,
    server,
    page,
  }) => {
    const { api, realm, realmPath } = testBed;
    const address = `${server.consoleUrl}/admin/${encodeURIComponent(realm)}/console/`;
    const openId = `${server.loginUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;
    // The console's page, and those that it has in frames while it signs in.
    const pages = [
      address,
      `${openId}/3p-cookies/step1.html`,
      `${openId}/3p-cookies/step2.html`,
      `${openId}/login-status-iframe.html`,
    ];
    const texts = await Promise.all(pages.map(async (it) => (await fetch(it)).text()));
    const contentSecurityPolicy = strictPolicy(texts.join("\n"));
    await api.put(realmPath, { browserSecurityHeaders: { contentSecurityPolicy } });
    const violations: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) violations.push(message.text());
    });
    await applyAndUndoAtOwnConsole(testBed, adminConsole, userLookup);
    const header = (await fetch(address)).headers.get("content-security-policy");
    expect(header).toBe(contentSecurityPolicy);
    expect(violations).toEqual([]);
  });
});
