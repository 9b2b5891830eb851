import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

/** So many roles the realm and a client have together. */
const count = 10_000;

const named = (prefix: string) =>
  Array.from({ length: count / 2 }, (_, at) => ({
    name: `${prefix}-${String(at).padStart(5, "0")}`,
  }));

test(
  "with 10,000 roles of the realm and a client, the role picker reads pages, and finds the one that is meant",
  long,
  async ({ testBed, adminConsole, page }) => {
    const { api, realmPath } = testBed;
    test.setTimeout(900_000);
    const uuid = await api.post(`${realmPath}/clients`, { clientId: "billing" });
    // One request for each: in one transaction, a server takes far longer for each role than for the one before.
    const oneAfterAnother = async (path: string, roles: readonly { name: string }[]) => {
      for (const role of roles) await api.post(path, role);
    };
    const half = count / 4;
    await Promise.all(
      [0, half].flatMap((from) => [
        oneAfterAnother(`${realmPath}/roles`, named("job").slice(from, from + half)),
        oneAfterAnother(
          `${realmPath}/clients/${uuid}/roles`,
          named("right").slice(from, from + half),
        ),
      ]),
    );
    // The first list of a container is read from the database role by role, which takes a server up to half a minute.
    await Promise.all([
      api.get(`${realmPath}/roles`),
      api.get(`${realmPath}/clients/${uuid}/roles`),
    ]);
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await page.getByTestId("createPreset").click();
    const editor = page.getByTestId("presetEditor");
    const answers: Promise<number>[] = [];
    page.on("response", (response) => {
      if (/\/roles|ui-ext/.test(response.url())) {
        answers.push(
          response.body().then(
            ({ length }) => length,
            () => 0,
          ),
        );
      }
    });
    await editor.getByTestId("open-group-realm").click();
    await expect(editor.getByTestId('found-["job-00000"]')).toBeVisible();
    await editor.getByTestId("roleSearch").getByRole("textbox").fill("job-04999");
    await editor.getByTestId('found-["job-04999"]').getByRole("checkbox").check();
    await editor.getByTestId("roleSearch").getByRole("textbox").fill("billing right-03765");
    await editor.getByTestId('found-["billing","right-03765"]').getByRole("checkbox").check();
    await expect(editor.getByTestId("chosenRoles").getByRole("listitem")).toHaveCount(2);
    // A page, not thousands of roles.
    expect(Math.max(...(await Promise.all(answers)))).toBeLessThan(100_000);
    await editor.getByTestId("customName").fill("Night job");
    await page.getByTestId("savePreset").click();
    await expect(editor).toHaveCount(0);

    await adminConsole.clickApplyPreset("Night job (this realm)");
    await adminConsole.assertState("Night job (this realm)", "Applied");
    expect(await testBed.rolesHeldBy(client)).toEqual(
      expect.arrayContaining(["billing/right-03765", "job-04999"]),
    );
  },
);
