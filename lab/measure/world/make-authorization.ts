import type { Lab } from "../lab.ts";

/** A client with authorization services: a resource, a scope, a policy and a permission. */
export async function makeAuthorization(lab: Lab): Promise<void> {
  const client = await lab.create("/clients", {
    clientId: "authorization-app",
    serviceAccountsEnabled: true,
    authorizationServicesEnabled: true,
  });
  const server = `/clients/${client}/authz/resource-server`;
  const make = async (path: string, body: unknown) => {
    const made = JSON.parse((await lab.send("POST", `${server}${path}`, body)).text);
    return String(made.id ?? made._id);
  };
  const scope = await make("/scope", { name: "read" });
  const resource = await make("/resource", {
    name: "report",
    scopes: [{ name: "read" }],
    attributes: { floor: ["3"] },
  });
  const user = lab.known.get("/users/{}") ?? "";
  const policy = await make("/policy/user", { name: "only alice", users: [user] });
  const permission = await make("/permission/resource", {
    name: "reports",
    resources: [resource],
    policies: [policy],
  });
  const scopePermission = await make("/permission/scope", {
    name: "readers",
    scopes: [scope],
    policies: [policy],
  });
  lab.known.set("permission for a scope", scopePermission);
  lab.known.set("authorization client", client);
  const below = "/clients/{}/authz/resource-server";
  for (const [template, value] of [
    [`${below}/scope/{}`, scope],
    [`${below}/resource/{}`, resource],
    [`${below}/policy/{}`, policy],
    [`${below}/policy/{}/{}`, policy],
    [`${below}/permission/{}`, permission],
    [`${below}/permission/{}/{}`, permission],
  ] as const) {
    lab.known.set(template, value);
  }
}
