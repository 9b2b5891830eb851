import type { TestBed } from "./realm/test-bed.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

/** The status of a request of the bootstrap administrator, and the error's text. */
async function refusalOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => "",
    (error: unknown) => String(error),
  );
}

async function namesIn({ api, realmPath }: TestBed, path: string): Promise<readonly string[]> {
  const found = await api.get<{ username: string }[]>(`${realmPath}${path}`);
  return found.map(({ username }) => username);
}

const api = { publicClient: false, serviceAccountsEnabled: true };

test.describe(`Keycloak ${testedVersion} answers as the list and the new client rely on`, () => {
  test("service accounts are found by how their names begin, and are left out of other lists", async ({
    testBed,
  }) => {
    await testBed.createClient("api", { clientId: "Api" });
    await testBed.createUser("somebody");
    expect(await namesIn(testBed, "/users?username=service-account-&first=0&max=100")).toEqual([
      "service-account-api",
    ]);
    expect(await namesIn(testBed, "/users?first=0&max=100")).toEqual(["somebody"]);
  });

  test("holders of a role and members of a group have service accounts among them", async ({
    testBed,
  }) => {
    const { realmPath } = testBed;
    const client = await testBed.createClient("api");
    await testBed.grant(client, { "realm-management": ["view-events"] });
    const [management] = await testBed.api.get<{ id: string }[]>(
      `${realmPath}/clients?clientId=realm-management`,
    );
    const role = `/clients/${management?.id}/roles/view-events`;
    const name = "service-account-api-client";
    expect(await namesIn(testBed, `${role}/users?first=0&max=100`)).toEqual([name]);

    const group = await testBed.api.post(`${realmPath}/groups`, { name: "operators" });
    const [user] = await testBed.api.get<{ id: string }[]>(`${realmPath}/users?username=${name}`);
    await testBed.api.put(`${realmPath}/users/${user?.id}/groups/${group}`, {});
    expect(await namesIn(testBed, `/groups/${group}/members?first=0&max=100`)).toEqual([name]);
    await testBed.api.post(`${realmPath}/groups/${group}/role-mappings/clients/${management?.id}`, [
      await testBed.api.get(`${realmPath}${role}`),
    ]);
    const groups = await testBed.api.get<{ path: string }[]>(
      `${realmPath}${role}/groups?first=0&max=100`,
    );
    expect(groups.map(({ path }) => path)).toEqual(["/operators"]);
  });

  test("a client gets its chosen UUID only once", async ({ testBed }) => {
    const clients = `${testBed.realmPath}/clients`;
    const id = crypto.randomUUID();
    expect(await testBed.api.post(clients, { ...api, id, clientId: "one" })).toBe(id);
    const again = testBed.api.post(clients, { ...api, id, clientId: "two" });
    expect(await refusalOf(again)).toContain("409");
  });

  test("client IDs that differ only in case can't both have a service account, and their length is limited by its name", async ({
    testBed,
  }) => {
    const clients = `${testBed.realmPath}/clients`;
    await testBed.createClient("api", { clientId: "Api" });
    const same = testBed.api.post(clients, { ...api, clientId: "api" });
    expect(await refusalOf(same)).toContain("409");
    const long = testBed.api.post(clients, { ...api, clientId: "x".repeat(240) });
    expect(await refusalOf(long)).toContain("answered 500");
  });

  test("an imported client gets its account on the first request for it", async ({ testBed }) => {
    const { realmPath } = testBed;
    await testBed.api.post(`${realmPath}/partialImport`, {
      ifResourceExists: "FAIL",
      clients: [{ ...api, clientId: "imported" }],
    });
    expect(await namesIn(testBed, "/users?username=service-account-&first=0&max=100")).toEqual([]);
    const [client] = await testBed.api.get<{ id: string }[]>(
      `${realmPath}/clients?clientId=imported`,
    );
    const account = `${realmPath}/clients/${client?.id}/service-account-user`;
    expect(await testBed.api.get(account)).toMatchObject({
      username: "service-account-imported",
    });
  });
});
