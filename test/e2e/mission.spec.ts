import { type Job, organizationManagement, userLookup } from "./console/apply-and-undo.ts";
import { countActions } from "./console/count-actions.ts";
import { isSince } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

/** A call that neither preset allows: up to 26.3, others such as `/clients` answer everybody with an empty list. */
const outside = "/events";

const missions: readonly Job[] = [userLookup, ...(isSince("26.7") ? [organizationManagement] : [])];

for (const { preset, path } of missions) {
  test(`with the JAR in providers/ and the theme selected, two clicks give a program ${preset}, and nothing else`, async ({
    testBed,
    adminConsole,
    page,
  }) => {
    await testBed.enableOrganizations();
    const client = await testBed.createClient("api");
    const statusOf = (call: string) => testBed.statusForClient(client, "GET", call);
    expect(await statusOf(path)).toBe(403);

    await adminConsole.openClient(testBed, client);
    const actions = await countActions(page);
    await adminConsole.goToPresets();
    await adminConsole.clickApplyPreset(preset);
    await adminConsole.assertState(preset, "Applied");
    expect(actions).toEqual({ clicks: 2, keys: 0 });

    expect(await statusOf(path)).toBe(200);
    expect(await statusOf(outside)).toBe(403);
  });
}
