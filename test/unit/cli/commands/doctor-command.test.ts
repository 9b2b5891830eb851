import { afterEach, expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import {
  type Answers,
  installed,
  nextConsole,
  pageWith,
  serve,
  server,
} from "../doctor/console-server.ts";
import { runPresets } from "../run-presets.ts";

afterEach(() => vi.unstubAllGlobals());

const consoleAddress = `${server}/admin/master/console/`;
const resources = `${server}/resources/version`;
const jarFile = `${resources}/common/service-account-presets/about.json`;
const ownScript = `${resources}/admin/service-account-presets/js/main-ABCD2345.js`;

const doctor = (answers: Answers, ...words: string[]) => {
  serve(answers);
  return runPresets(["doctor", "--server", `${server}/`, ...words]);
};

/** What a server with the extension answers, with these changes; undefined stands for 404. */
function changed(
  changes: readonly (readonly [string, string | Response | undefined])[],
  theme?: string,
): Answers {
  const answers = installed(theme);
  for (const [address, answer] of changes) {
    if (answer === undefined) answers.delete(address);
    else answers.set(address, answer);
  }
  return answers;
}

test("doctor finds nothing to fix where the tab shows, and says what only a person can check", async () => {
  const { exitCode, output, errors } = await doctor(installed());
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).not.toMatch(/^(PROBLEM|UNKNOWN)/m);
  expect(output).toContain(
    "OK        JAR: Version 1.0.0, built above the admin theme keycloak.v2.",
  );
  expect(output).toContain(
    "OK        Admin theme of realm master: service-account-presets, which loads the extension.",
  );
  expect(output).toContain(
    "OK        Version of the console: Keycloak 26.7.3. What its roles allow was measured on 26.7.",
  );
  expect(output).toContain("NOTE      Theme settings on Keycloak 27:");
  expect(output).toContain("NOTE      If the tab is still missing: ");
});

test.each(["26.0", "26.4", "26.7"])("doctor knows the console of %s", async (minor) => {
  const { exitCode, output } = await doctor(installed("service-account-presets", minor));
  expect(exitCode).toBe(0);
  expect(output).toContain(`was measured on ${minor}.`);
});

test("doctor knows a console whose minor wasn't measured, and says so", async () => {
  const page = pageWith("service-account-presets", "js/main-ABCD2345.js").replace(
    /assets\/main-[\w-]+\.js/,
    "assets/main-mWYS_Cc5.js",
  );
  const { exitCode, output } = await doctor(changed([[consoleAddress, page]]));
  expect(output).toContain(
    "NOTE      Version of the console: Keycloak 26.3.0. 26.3 wasn't measured. The tab uses the newest measurement",
  );
  expect(exitCode).toBe(0);
});

test("doctor takes a theme of one's own below which ours is", async () => {
  const { exitCode, output } = await doctor(installed("child"));
  expect(exitCode).toBe(0);
  expect(output).toContain("Admin theme of realm master: child, which loads the extension.");
});

test.each([
  [
    "no JAR",
    changed([[jarFile, undefined]], "keycloak.v2"),
    /PROBLEM {3}JAR: The server that answered has no JAR.+\n.+providers\/.+kc\.sh build/,
  ],
  [
    "another theme in the realm",
    installed("keycloak.v2"),
    /PROBLEM {3}Admin theme of realm master: keycloak\.v2\.\n.+Realm settings > Themes/,
  ],
  [
    "an own theme in the realm that ours isn't the parent of",
    installed("acme"),
    /PROBLEM {3}Admin theme of realm master: acme\.\n.+To keep acme, write parent=service-account-presets/,
  ],
  [
    "Phase Two's console",
    changed([
      [consoleAddress, '<script src="/resources/version/admin/phasetwo-ui/main.js"></script>'],
    ]),
    /PROBLEM {3}Structure of the page: .+#environment.+import map[\s\S]+PROBLEM {3}Admin theme of realm master: phasetwo-ui\.\n.+nothing can be added to it/,
  ],
  [
    "a parent that the server doesn't have",
    changed([[ownScript, undefined]], "keycloak.v2"),
    /PROBLEM {3}Admin theme of realm master: keycloak\.v2\. The server doesn't offer service-account-presets, because its parent keycloak\.v2 isn't there\.\n.+another console/,
  ],
  [
    "a parent of one's own that the server doesn't have",
    changed(
      [
        [
          jarFile,
          JSON.stringify({ version: "1.0.0", parent: "acme", script: "js/main-ABCD2345.js" }),
        ],
        [ownScript, undefined],
      ],
      "keycloak.v2",
    ),
    /PROBLEM {3}Admin theme of realm master: keycloak\.v2\. .+ its parent acme isn't there\.\n.+Install the theme acme/,
  ],
  [
    "a page without the script of our theme",
    changed([[consoleAddress, pageWith("service-account-presets", undefined)]]),
    /PROBLEM {3}Admin theme of realm master: service-account-presets, but the page doesn't load its script\.\n.+proxy/,
  ],
  [
    "the page of another JAR",
    changed([
      [consoleAddress, pageWith("service-account-presets", "js/main-WXYZ7654.js")],
      [
        ownScript.replace("ABCD2345", "WXYZ7654"),
        new Response("", { headers: { "content-type": "text/javascript" } }),
      ],
    ]),
    /PROBLEM {3}Script of the extension: The page loads .+WXYZ7654\.js, but the JAR has .+\n.+all nodes/,
  ],
  [
    "a script that a proxy keeps back",
    changed([
      [
        ownScript,
        new Response("<html>", { status: 403, headers: { "content-type": "text/html" } }),
      ],
    ]),
    /PROBLEM {3}Script of the extension: .+ answers 403 \(text\/html\)\.\n.+proxy/,
  ],
  [
    "a script that a gateway can't reach",
    changed([[ownScript, new Response(null, { status: 502 })]]),
    /PROBLEM {3}Script of the extension: .+ answers 502 \(no type\)\./,
  ],
  [
    "a page whose import map has no imports",
    changed([
      [
        consoleAddress,
        pageWith("service-account-presets", "js/main-ABCD2345.js").replace(
          /(<script type="importmap">)[^<]*/,
          '$1{"scopes":{}}',
        ),
      ],
    ]),
    /PROBLEM {3}Structure of the page: .+import map/,
  ],
  [
    "a console of no known Keycloak",
    changed([
      [
        consoleAddress,
        pageWith("service-account-presets", "js/main-ABCD2345.js").replace(
          /assets\/main-[\w-]+\.js/,
          "assets/main-unknown1.js",
        ),
      ],
    ]),
    /PROBLEM {3}Version of the console: main-unknown1\.js belongs to no Keycloak .+\n.+Upgrade the extension/,
  ],
  [
    "the next console",
    changed([
      [
        consoleAddress,
        `${pageWith("service-account-presets", "js/main-ABCD2345.js", nextConsole)}`,
      ],
    ]),
    /PROBLEM {3}Structure of the page: The console uses PatternFly 6\./,
  ],
  [
    "a policy that lists scripts one by one",
    changed([
      [
        consoleAddress,
        new Response(pageWith("service-account-presets", "js/main-ABCD2345.js"), {
          headers: { "content-security-policy": "frame-src 'self'; script-src 'sha256-abc'" },
        }),
      ],
    ]),
    /PROBLEM {3}Content-Security-Policy: Browsers load scripts from 'sha256-abc' only\.\n.+'self'/,
  ],
  [
    "our theme as the default of the server",
    changed([
      [`${server}/realms/master/account/`, "/resources/version/account/service-account-presets/"],
    ]),
    /PROBLEM {3}Theme of other pages: .+500.+Keycloak 27.+\n.+unset/,
  ],
  [
    "a server whose default theme is gone",
    changed([
      [consoleAddress, new Response("{}", { status: 500 })],
      [
        `${server}/resources/aaaaa/common/service-account-presets/about.json`,
        new Response(null, {
          status: 307,
          headers: {
            location: `${server}/resources/a1b2c/common/service-account-presets/about.json`,
          },
        }),
      ],
      [
        `${server}/resources/a1b2c/common/service-account-presets/about.json`,
        JSON.stringify({ version: "1.0.0", parent: "keycloak.v2", script: "js/main-ABCD2345.js" }),
      ],
    ]),
    /PROBLEM {3}Console of realm master: .+ answers 500, and this server has the JAR\.\n.+--spi-theme--default/,
  ],
])("doctor finds %s and says what to do", async (_, answers, expected) => {
  const { exitCode, output } = await doctor(answers);
  expect(output).toMatch(expected);
  expect(exitCode).toBe(1);
  expect(output).not.toContain("If the tab is still missing");
});

test.each([
  [
    "a redirect",
    new Response(null, { status: 302, headers: { location: "https://login.example/" } }),
    /redirects to https:\/\/login\.example\//,
  ],
  ["no such realm", undefined, /answers 404\.\n.+Check the name of the realm/],
  [
    "an error of a server that doesn't say where its resources are",
    new Response("{}", { status: 500 }),
    /answers 500\.\n.+--spi-theme--default[\s\S]+UNKNOWN {3}JAR: Not known/,
  ],
  ["the page of a proxy", "<h1>Welcome</h1>", /answers 200, and not with a console/],
])("doctor can't judge %s, and says so", async (_, page, expected) => {
  const { exitCode, output } = await doctor(
    new Map(page === undefined ? [] : [[consoleAddress, page]]),
  );
  expect(output).toMatch(new RegExp(`UNKNOWN {3}Console of realm master: .+${expected.source}`));
  expect(output).not.toMatch(/^PROBLEM/m);
  expect(exitCode).toBe(2);
});

test.each([
  [
    "the JAR's file is missing, though the page loads the script",
    changed([[jarFile, undefined]]),
    "The page loads the extension, but no file says its version.",
  ],
  [
    "a page answers in place of the JAR's file",
    changed([[jarFile, "<h1>Welcome</h1>"]], "keycloak.v2"),
    "Something answered 200 instead of the JAR's file.",
  ],
  [
    "the JAR's file has other content",
    changed([[jarFile, '{"version":1}']], "keycloak.v2"),
    "Something answered 200 instead of the JAR's file.",
  ],
  [
    "a sign-in page is in front of the JAR's file",
    changed(
      [
        [
          jarFile,
          new Response(null, { status: 302, headers: { location: "https://login.example/" } }),
        ],
      ],
      "keycloak.v2",
    ),
    "Something answered 302 instead of the JAR's file.",
  ],
])("doctor doesn't know which JAR a server has where %s", async (_, answers, found) => {
  const { exitCode, output } = await doctor(answers);
  expect(output).toContain(`UNKNOWN   JAR: ${found}`);
  expect(output).not.toMatch(/^PROBLEM/m);
  expect(exitCode).toBe(2);
});

test.each([
  ["scripts of others", '<script src="https://stats.example/count.js"></script>'],
  ["scripts without a usable address", '<script src="https://["></script><script></script>'],
  ["a base that is no address", '<base href="https://[">'],
  ["a base without an address", '<base target="_blank">'],
])("doctor finds the tab on a page with %s", async (_, more) => {
  const page = pageWith("service-account-presets", "js/main-ABCD2345.js");
  const answers = changed([[consoleAddress, page.replace("<head>", `<head>${more}`)]]);
  const { exitCode, output } = await doctor(answers);
  expect(page).toContain("<head>");
  expect(output).toContain("service-account-presets, which loads the extension.");
  expect(exitCode).toBe(0);
});

test.each(["script-src 'self'", "default-src https://keycloak.example", "frame-src 'none'"])(
  "doctor takes the policy %s, which lets the script through",
  async (policy) => {
    const page = new Response(pageWith("service-account-presets", "js/main-ABCD2345.js"), {
      headers: { "content-security-policy": policy },
    });
    const { exitCode, output } = await doctor(changed([[consoleAddress, page]]));
    expect(output).not.toContain("Content-Security-Policy");
    expect(exitCode).toBe(0);
  },
);

test("doctor says that browsers are told another address", async () => {
  serve(
    new Map(
      [...installed()].map(([address, answer]) => [
        address.replace(server, "http://localhost:8080"),
        answer,
      ]),
    ),
  );
  const { exitCode, output } = await runPresets(["doctor", "--server", "http://localhost:8080"]);
  expect(output).toMatch(
    /NOTE {6}Address of the console: .+ https:\/\/keycloak\.example, not http:\/\/localhost:8080\./,
  );
  expect(exitCode).toBe(0);
});

test("doctor prints its findings as JSON", async () => {
  const { output, exitCode } = await doctor(installed("keycloak.v2"), "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(output)).toContainEqual(
    expect.objectContaining({ id: "theme", level: "problem", found: "keycloak.v2." }),
  );
});

test("doctor says why a server can't be reached", async () => {
  vi.stubGlobal("fetch", () =>
    Promise.reject(
      new TypeError("fetch failed", {
        cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
      }),
    ),
  );
  const { exitCode, errors } = await runPresets(["doctor", "--server", server]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${consoleAddress} couldn't be reached: the connection was refused`);
});

type Demo = ReturnType<ReturnType<typeof createInMemoryKeycloak>["makeRealm"]>;

/**
 * Runs the doctor as a client whose token this is.
 *
 * @param arrange changes what the realm `demo` has: our theme in the admin console
 * @param fault answers a request in place of the server, by its path
 */
async function doctorAs(
  token: string,
  arrange: (demo: Demo) => void = () => undefined,
  fault: (path: string) => Response | undefined = () => undefined,
  more: readonly string[] = [],
) {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "everything", realmRoles: ["admin"] });
  const demo = keycloak.makeRealm("demo");
  demo.changeSettings({ adminTheme: "service-account-presets" });
  demo.makeAdministrator({ token: "all of demo", adminRoles: ["view-realm"] });
  demo.makeAdministrator({ token: "little of demo", adminRoles: ["view-events"] });
  arrange(demo);
  serve(installed(), async (input, init) =>
    String(input).endsWith("/token")
      ? Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 })
      : (fault(new URL(String(input)).pathname) ?? keycloak.fetch(input, init)),
  );
  const words = ["doctor", "--server", server, "--client", "auditor"];
  const login = token === "everything" ? [] : ["--login-realm", "demo"];
  return runPresets([...words, ...login, ...more], { environment: { CLIENT_SECRET: "secret" } });
}

test.each(["everything", "all of demo"])(
  "doctor finds as a client, with the token %s, what the extension has left in the realms",
  async (token) => {
    const { exitCode, output } = await doctorAs(token);
    expect(output).toContain("OK        Theme settings in the realms: demo: admin theme.");
    expect(exitCode).toBe(0);
  },
);

test("doctor counts the clients with attributes of this extension, which takes view-clients", async () => {
  const attributes = { owner: "Team Billing", "managed-by": "Terraform" };
  const { output } = await doctorAs("everything", (demo) =>
    demo.makeClient({ clientId: "owned", attributes }),
  );
  expect(output).toContain(
    "OK        Attributes of clients in the realms: demo: managed-by (1), owner (1).",
  );
  const hidden = await doctorAs("everything", undefined, (path) =>
    path.includes("/clients") ? Response.json({ error: "HTTP 403" }, { status: 403 }) : undefined,
  );
  expect(hidden.output).toContain(
    "Attributes of clients in the realms: Not visible in master, demo.",
  );
});

test("doctor names the workflows that end roles, which only a realm admin can see", async () => {
  const { output } = await doctorAs("everything", (demo) =>
    demo.makeWorkflow(
      nameOfWorkflow({ clientId: "api", userId: "u", at: Date.UTC(2026, 11, 7) }, "k"),
      ["realm-management/view-users"],
    ),
  );
  expect(output).toContain(
    "OK        Workflows that end roles in the realms: demo: roles of api end 2026-12-07.",
  );
  const hidden = await doctorAs("all of demo");
  expect(hidden.output).toContain("Workflows that end roles in the realms: Not visible in demo.");
  const off = await doctorAs("everything", undefined, (path) =>
    path.includes("/workflows") ? Response.json({ error: "HTTP 404" }, { status: 404 }) : undefined,
  );
  expect(off.output).toContain("Workflows that end roles in the realms: None of this extension's.");
});

test("doctor says that no realm has a theme of this extension", async () => {
  const { exitCode, output } = await doctorAs("everything", (demo) =>
    demo.changeSettings({ adminTheme: "acme" }),
  );
  expect(output).toContain("OK        Theme settings in the realms: None of this extension's.");
  expect(exitCode).toBe(0);
});

test("doctor doesn't see a realm that is deleted while it reads, and says so", async () => {
  const { exitCode, output } = await doctorAs("everything", undefined, (path) =>
    /^\/admin\/realms\/demo\/?$/.test(path)
      ? Response.json({ error: "Realm not found." }, { status: 404 })
      : undefined,
  );
  expect(output).toContain("OK        Theme settings in the realms: None where they can be seen.");
  expect(output).toContain("NOT SEEN  Theme settings in the realms: Not visible in demo.");
  expect(exitCode).toBe(3);
});

test("doctor fails if the server stops while it reads the realms", async () => {
  const { exitCode, output, errors } = await doctorAs("everything", undefined, (path) =>
    /^\/admin\/realms\/demo\/?$/.test(path) ? new Response("{}", { status: 503 }) : undefined,
  );
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("503");
});

test("doctor says in which realms its client sees nothing", async () => {
  const { exitCode, output } = await doctorAs("little of demo");
  expect(output).toContain("NOT SEEN  Theme settings in the realms: Not visible in demo.");
  expect(output).not.toContain("None of this extension's");
  expect(exitCode).toBe(3);
});

test("doctor repeats what it can't explain of a failed connection", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("bad port")));
  const { exitCode, errors } = await runPresets(["doctor", "--server", server]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${consoleAddress} couldn't be reached: bad port.`);
});

test("doctor asks for the secret of its client", async () => {
  const { exitCode, errors } = await runPresets(["doctor", "--server", server, "--client", "a"]);
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: "Set the environment variable CLIENT_SECRET to the secret of a.\n",
  });
});

test("doctor refuses what Keycloak shows in place of a secret", async () => {
  const { exitCode, errors } = await runPresets(["doctor", "--server", server, "--client", "a"], {
    environment: { CLIENT_SECRET: "**********" },
  });
  expect(exitCode).toBe(2);
  expect(errors).toContain("in place of the secret of a");
});

/** A realm in which this extension has left one object of each kind. */
function leaveAll(demo: Demo): void {
  demo.makeClient({ clientId: "owned", attributes: { owner: "Team Billing" } });
  demo.makeClient({
    clientId: "service-account-presets",
    attributes: { "service-account-presets.format": "1" },
  });
  const at = Date.UTC(2026, 11, 7);
  const name = nameOfWorkflow({ clientId: "api", userId: "u", at }, "k");
  demo.makeWorkflow(name, ["realm-management/view-users"]);
}

test("doctor plans how all that the extension left is removed: ends first, the theme and the JAR last", async () => {
  const { exitCode, output } = await doctorAs("everything", leaveAll, undefined, ["--remove-plan"]);
  expect(exitCode).toBe(0);
  expect(output.split("\n").filter((line) => /^(Realm|The server)/.test(line))).toEqual([
    "Realm demo: Workflows that end roles",
    "Realm demo: Attributes of clients",
    "Realm demo: Presets of a realm's own",
    "Realm demo: Theme settings",
    "The server",
  ]);
  expect(output).toContain("  roles of api end 2026-12-07");
  expect(output).toContain("  owner (1)");
  expect(output).toContain("Delete the JAR from providers/");
});

test("a plan to remove says in JSON what can't be seen, and isn't complete then", async () => {
  const { exitCode, output } = await doctorAs("all of demo", leaveAll, undefined, [
    ...["--remove-plan", "--json"],
  ]);
  expect(exitCode).toBe(3);
  const plan = JSON.parse(output);
  expect(plan.steps.map(({ object }: { object: string }) => object)).toContain("themes");
  expect(plan.notSeen.map(({ object }: { object: string }) => object)).toContain("workflows");
});

test("where nothing was left, a plan to remove says so", async () => {
  const { output } = await doctorAs(
    "everything",
    (demo) => demo.changeSettings({ adminTheme: "" }),
    undefined,
    ["--remove-plan"],
  );
  expect(output).toContain("In the realms: nothing to remove.");
});

test("a plan to remove needs a client that sees the realms", async () => {
  const { exitCode, errors } = await doctor(installed(), "--remove-plan");
  expect(exitCode).toBe(2);
  expect(errors).toContain("--remove-plan needs --client");
});
