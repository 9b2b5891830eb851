import { obtainExtension } from "../../lab/measure/phase-two/obtain-extension.ts";
import { phaseTwoExtension } from "../../lab/measure/phase-two/phase-two-extension.ts";
import { requireJava } from "../../lab/measure/phase-two/require-java.ts";
import { startOne } from "./servers/start-one.ts";
import { expect, type Surroundings, storyOn } from "./story-on.ts";

const { keycloakVersion, artifacts, oldestJava, name } = phaseTwoExtension;

async function startPhaseTwo(surroundings: Surroundings) {
  await requireJava(oldestJava);
  const providers = [surroundings.jarPath, ...(await obtainExtension(artifacts))];
  return startOne(surroundings, { version: keycloakVersion, providers });
}

const test = storyOn(startPhaseTwo);

test.describe(`Phase Two's organizations: ${name} on Keycloak ${keycloakVersion}`, () => {
  test("one click on Organization management opens the extension's own API", async ({
    testBed,
    adminConsole,
  }) => {
    const { realm, server } = testBed;
    const client = await testBed.createClient("api");
    const countOrganizations = async () => {
      const authorization = `Bearer ${await testBed.tokenOf(client)}`;
      const address = `${server.apiUrl}/realms/${encodeURIComponent(realm)}/orgs/count`;
      return (await fetch(address, { headers: { authorization } })).status;
    };
    expect(await countOrganizations()).toBe(401);
    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickApplyPreset("Organization management");
    await adminConsole.assertState("Organization management", "Applied");
    expect(await countOrganizations()).toBe(200);
    await adminConsole.clickUndo();
    await adminConsole.assertNoState("Organization management");
    expect(await countOrganizations()).toBe(401);
  });
});
