import type { Lab } from "../lab.ts";

/** Users, groups and what they are given. */
export async function makeUsers(lab: Lab): Promise<void> {
  const profile = await lab.read<object>("/users/profile");
  await lab.send("PUT", "/users/profile", { ...profile, unmanagedAttributePolicy: "ENABLED" });
  const app = lab.known.get("/clients/{}") ?? "";
  const parent = await lab.create("/groups", { name: "sales", attributes: { floor: ["3"] } });
  await lab.create(`/groups/${parent}/children`, { name: "north" });
  await lab.create("/groups", { name: "support" });
  const user = await lab.create("/users", {
    username: "alice",
    enabled: true,
    firstName: "Alice",
    lastName: "Example",
    email: "alice@example.org",
    emailVerified: true,
    attributes: { department: ["sales"] },
    credentials: [{ type: "password", value: "password of alice", temporary: false }],
  });
  await lab.create("/users", { username: "bob", enabled: true, email: "bob@example.org" });
  await lab.send("PUT", `/users/${user}/groups/${parent}`);
  const staff = await lab.read<unknown>("/roles/staff");
  const editor = await lab.read<unknown>(`/clients/${app}/roles/editor`);
  for (const owner of [`/users/${user}`, `/groups/${parent}`]) {
    await lab.send("POST", `${owner}/role-mappings/realm`, [staff]);
    await lab.send("POST", `${owner}/role-mappings/clients/${app}`, [editor]);
  }
  for (const [template, value] of [
    ["/users/{}", user],
    ["/users/{}/role-mappings/clients/{}", app],
    ["/users/{}/offline-sessions/{}", app],
    ["/attack-detection/brute-force/users/{}", user],
    ["/groups/{}", parent],
    ["/groups/{}/role-mappings/clients/{}", app],
    ["/group-by-path/{}", "sales"],
    ["/workflows/scheduled/{}", user],
  ] as const) {
    lab.known.set(template, value);
  }
  for (const kind of ["available-roles", "effective-roles", "effective-roles-all"]) {
    lab.known.set(`/ui-ext/${kind}/users/{}`, user);
    lab.known.set(`/ui-ext/${kind}/groups/{}`, parent);
  }
}
