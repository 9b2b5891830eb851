import { copyFile, mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildJar } from "../../build.ts";
import { freePort } from "../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { newestVersion } from "../../tools/keycloak/supported-versions.ts";
import { root } from "../../tools/test/root.ts";
import { documentedScript } from "../documented-script.ts";
import { makeFolder } from "./make-folder.ts";
import { scriptsOf } from "./scripts-of.ts";
import { runScript, startScript } from "./start-script.ts";

const admin = { KC_BOOTSTRAP_ADMIN_USERNAME: "admin", KC_BOOTSTRAP_ADMIN_PASSWORD: "admin" };

/** A Keycloak of its own where `/opt/keycloak` stands in the documentation. */
let home = "";
beforeAll(async () => {
  const obtained = await obtainKeycloak({ version: newestVersion, report: console.error });
  home = join(await makeFolder(), "keycloak");
  await mkdir(home);
  await runScript(`cp -r ${obtained}/. .`, home);
});

const here = (script: string) => script.replaceAll("/opt/keycloak", home);

test("JAR copied, server built and theme chosen as written, the console has the script; with another theme it has none", async () => {
  await buildJar();
  await runScript(here(documentedScript("docs/how-to/install.md", "cp dist/")), root);
  expect((await readdir(join(home, "providers"))).filter((it) => it.endsWith(".jar"))).toHaveLength(
    1,
  );
  await runScript(
    here(documentedScript("docs/how-to/install.md", "/opt/keycloak/bin/kc.sh build")),
    root,
  );
  const port = await freePort();
  const server = startScript(`bin/kc.sh start-dev --http-port=${port}`, home, admin);
  try {
    await server.hasSaid(/started in/);
    const base = `http://localhost:${port}`;
    const config = "--config kcadm.config";
    const kcadm = (words: string) => runScript(`bin/kcadm.sh ${words} ${config}`, home);
    await kcadm(`config credentials --server ${base} --realm master --user admin --password admin`);
    const consoleUrl = `${base}/admin/master/console/`;
    expect(await scriptsOf(consoleUrl)).toHaveLength(0);
    await kcadm("update realms/master -s adminTheme=service-account-presets");
    expect(await scriptsOf(consoleUrl)).toHaveLength(1);
    await kcadm("update realms/master -s adminTheme=keycloak.v2");
    expect(await scriptsOf(consoleUrl)).toHaveLength(0);

    await kcadm("create realms -s realm=demo -s enabled=true");
    const everywhere = documentedScript(
      "docs/how-to/install.md",
      "/opt/keycloak/bin/kcadm.sh get realms",
    );
    await runScript(here(everywhere).replaceAll(/kcadm\.sh \w+/g, `$& ${config}`), home);
    for (const realm of ["master", "demo"]) {
      expect(await scriptsOf(`${base}/admin/${realm}/console/`)).toHaveLength(1);
    }
  } finally {
    await server.interrupt();
  }
});

test("a JAR for a parent theme is made as written", async () => {
  const clone = await makeFolder();
  await runScript(`git clone -q ${root} .`, clone);
  expect(
    await runScript(documentedScript("docs/how-to/install.md", "npm run build -- --parent"), clone),
  ).toContain("Built");
});

test("a release's checksum and SBOM are verified as written", async () => {
  const folder = await makeFolder();
  const { jarPath } = await buildJar();
  const name = basename(jarPath, ".jar");
  for (const file of [`${name}.jar`, `${name}.cdx.json`]) {
    await copyFile(join(dirname(jarPath), file), join(folder, file));
  }
  await runScript(`sha256sum ${name}.jar > ${name}.jar.sha256`, folder);
  const variables = { name };
  await runScript(documentedScript("docs/releasing.md", "sha256sum --check"), folder, variables);
  await runScript(documentedScript("docs/releasing.md", "unzip -p"), folder, variables);
});
