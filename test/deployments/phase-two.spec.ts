import {
  obtainExtension,
  phaseTwoExtension,
} from "../../lab/measure/phase-two/phase-two-extension.ts";
import { startOne } from "./servers/start-one.ts";
import { expect, type Surroundings, storyOn } from "./story-on.ts";

const { keycloakVersion, name } = phaseTwoExtension;

async function startPhaseTwo(surroundings: Surroundings) {
  const providers = [surroundings.jarPath, ...(await obtainExtension())];
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
