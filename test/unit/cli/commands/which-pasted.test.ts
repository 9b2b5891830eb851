/** What `which` reads beside what is typed, and what it never prints. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const callsOf = (output: string): readonly string[] =>
  JSON.parse(output).calls.map(
    ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`,
  );

test("which reads code from standard input", async () => {
  const input = 'requests.delete(f"{base}/admin/realms/{realm}/users/{uid}")';
  const { exitCode, output } = await runPresets(["which", "-", "--json"], { input });
  expect(exitCode).toBe(0);
  expect(callsOf(output)).toEqual(["DELETE /users/{user-id}"]);
});

test("which reads files beside words, in UTF-16 too", async () => {
  const log = file("access.log", '"GET /admin/realms/demo/groups HTTP/1.1" 403\n'.repeat(5000));
  const utf16 = file("call.ps1", Buffer.from("\ufeffGET /admin/realms/demo/roles", "utf16le"));
  const otherOrder = file(
    "events.ps1",
    Buffer.from("\ufeffGET /admin/realms/demo/events", "utf16le").swap16(),
  );
  const files = [log, utf16, otherOrder].flatMap((it) => ["--file", it]);
  const { output } = await runPresets(["which", "POST /users", ...files, "--json"]);
  expect(callsOf(output)).toEqual(["POST /users", "GET /groups", "GET /roles", "GET /events"]);
});

test("of what a browser recorded, methods and paths are all that is left", async () => {
  const secret = "SECRET-OF-A-PERSON";
  const entry = (method: string, path: string) => ({
    request: {
      method,
      url: `https://kc.example.org/admin/realms/demo${path}?code=${secret}#${secret}`,
      headers: [{ name: "Authorization", value: `Bearer ${secret}` }],
      cookies: [{ name: "KEYCLOAK_SESSION", value: secret }],
      queryString: [{ name: "code", value: secret }],
      postData: { text: `/admin/realms/demo/clients ${secret}` },
    },
    response: { content: { text: `GET /admin/realms/demo/events ${secret}` } },
  });
  const har = file(
    "recorded.har",
    JSON.stringify({
      log: { entries: [entry("POST", "/users"), entry("GET", "/userz"), entry("GET", "/groups")] },
    }),
  );
  for (const more of [[], ["--json"]]) {
    const { exitCode, output, errors } = await runPresets(["which", "--file", har, ...more]);
    expect(exitCode).toBe(1);
    expect(output + errors).not.toContain(secret);
    expect(output).toContain("/userz");
    for (const other of ["/clients", "/events"]) expect(output).not.toContain(`demo${other}`);
  }
  const { output } = await runPresets(["which", "--file", har, "--json"]);
  expect(callsOf(output)).toEqual(["POST /users", "GET /groups"]);
});

test("a request to no address in a recording is passed over", async () => {
  const entries = ["about", "https://kc.example.org/admin/realms/demo/events"].map((url) => ({
    request: { method: "GET", url },
  }));
  const har = file("odd.har", JSON.stringify({ log: { entries } }));
  const { exitCode, output } = await runPresets(["which", "--file", har, "--json"]);
  expect({ exitCode, calls: callsOf(output) }).toEqual({ exitCode: 0, calls: ["GET /events"] });
});

test("which prints no token or password of what it was given", async () => {
  const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
  for (const text of [
    `zzz Bearer ${token}`,
    `GET /nothing/${token}`,
    `https://ada:hunter22@kc.example.org/realms/x/account?access_token=${token}`,
  ]) {
    for (const more of [[], ["--json"]]) {
      const { output, errors } = await runPresets(["which", text, ...more]);
      expect(output + errors).not.toContain(token);
      expect(output + errors).not.toContain("hunter22");
    }
  }
});

test("a path without a method shows its methods", async () => {
  const { exitCode, output } = await runPresets(["which", "/admin/realms/demo/users/1"]);
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^Recommended {2}user-lookup /);
  expect(output).toMatch(/\n\nGET \/users\/\{user-id\}/);
  expect(output).toContain("no method was given: this path also has DELETE, PUT");
});

test("part of a path is answered with the calls that contain it, marked as part of a path", async () => {
  const { exitCode, output } = await runPresets(["which", "role-mappings/clients"]);
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^\/role-mappings\/clients is only part of a path\./);
  expect(output).toContain("GET /users/{user-id}/role-mappings/clients/");
  const { parts } = JSON.parse(
    (await runPresets(["which", "role-mappings/clients", "--json"])).output,
  );
  expect(parts[0]).toMatchObject({ path: "/role-mappings/clients" });
});

test("matches by words are marked as such", async () => {
  const { output } = await runPresets(["which", "I get 403 when listing group members"]);
  expect(output).toMatch(/^Recommended for GET \/groups\/\{group-id\}\/members {2}user-lookup /);
  expect(output).toMatch(/\n\nNo call is named\..*\nGET \/groups\/\{group-id\}\/members/);
});

test("a file that can't be read, and no question, are refused", async () => {
  const missing = await runPresets(["which", "--file", join(folder.path, "none")]);
  expect(missing).toMatchObject({ exitCode: 2, output: "" });
  expect(missing.errors).toContain("can't be read: ENOENT");
  expect(await runPresets(["which"])).toMatchObject({ exitCode: 2, output: "" });
});
