import type { Lab } from "../lab.ts";

const mapper = {
  name: "department",
  protocol: "openid-connect",
  protocolMapper: "oidc-usermodel-attribute-mapper",
  config: { "user.attribute": "department", "claim.name": "department" },
};

/** Clients, client scopes and client roles. */
export async function makeClients(lab: Lab): Promise<void> {
  const app = await lab.create("/clients", {
    clientId: "app",
    secret: "secret of app",
    serviceAccountsEnabled: true,
    directAccessGrantsEnabled: true,
    standardFlowEnabled: true,
    redirectUris: ["http://localhost/*"],
    fullScopeAllowed: false,
    registeredNodes: { "localhost:1": 1 },
    protocolMappers: [mapper],
  });
  const shop = await lab.create("/clients", { clientId: "shop" });
  await lab.create(`/clients/${shop}/roles`, { name: "buyer" });
  await lab.create(`/clients/${shop}/roles`, { name: "seller" });
  const buyer = await lab.read<unknown>(`/clients/${shop}/roles/buyer`);
  // A client's own roles are always in its scope: of another client's, some are and some aren't.
  await lab.send("POST", `/clients/${app}/scope-mappings/clients/${shop}`, [buyer]);
  await lab.create("/clients", { clientId: "browser-app", publicClient: true });
  await lab.create("/clients", { clientId: "bearer-app", bearerOnly: true });
  const saml = await lab.create("/clients", { clientId: "saml-app", protocol: "saml" });
  await lab.send("POST", `/clients/${app}/certificates/jwt.credential/generate`);
  await lab.create(`/clients/${app}/roles`, { name: "editor" });
  await lab.create(`/clients/${app}/roles`, { name: "reader" });
  const editor = await lab.read<unknown>(`/clients/${app}/roles/editor`);
  const reader = await lab.read<unknown>(`/clients/${app}/roles/reader`);
  await lab.create("/roles", { name: "staff", description: "A realm role" });
  await lab.create("/roles", { name: "team" });
  const staff = await lab.read<{ id: string }>("/roles/staff");
  const team = await lab.read<unknown>("/roles/team");
  await lab.send("POST", "/roles/staff/composites", [editor, team]);
  await lab.send("POST", `/clients/${app}/roles/editor/composites`, [reader, team]);
  await lab.send("POST", `/clients/${app}/scope-mappings/realm`, [staff]);
  const scope = await lab.create("/client-scopes", {
    name: "departments",
    protocol: "openid-connect",
    protocolMappers: [mapper],
  });
  await lab.send("POST", `/client-scopes/${scope}/scope-mappings/realm`, [staff]);
  await lab.send("POST", `/client-scopes/${scope}/scope-mappings/clients/${app}`, [editor]);
  await lab.create("/clients-initial-access", { count: 5, expiration: 36_000 });

  const [appMapper] = await lab.read<{ id: string }[]>(`/clients/${app}/protocol-mappers/models`);
  const [scopeMapper] = await lab.read<{ id: string }[]>(
    `/client-scopes/${scope}/protocol-mappers/models`,
  );
  for (const scopes of ["/client-scopes/{}", "/client-templates/{}"]) {
    lab.known.set(scopes, scope);
    lab.known.set(`${scopes}/protocol-mappers/models/{}`, scopeMapper?.id ?? "");
    lab.known.set(`${scopes}/protocol-mappers/protocol/{}`, "openid-connect");
    lab.known.set(`${scopes}/scope-mappings/clients/{}`, app);
  }
  for (const [template, value] of [
    ["/clients/{}", app],
    ["/clients/{}/certificates/{}", "jwt.credential"],
    ["/clients/{}/evaluate-scopes/scope-mappings/{}", shop],
    ["/clients/{}/installation/providers/{}", "keycloak-oidc-keycloak-json"],
    ["/clients/{}/protocol-mappers/models/{}", appMapper?.id ?? ""],
    ["/clients/{}/protocol-mappers/protocol/{}", "openid-connect"],
    ["/clients/{}/roles/{}", "editor"],
    ["/clients/{}/roles/{}/composites/clients/{}", app],
    ["/clients/{}/scope-mappings/clients/{}", shop],
    ["/roles/{}", "staff"],
    ["/roles/{}/composites/clients/{}", app],
    ["/roles-by-id/{}", staff.id],
    ["/roles-by-id/{}/composites/clients/{}", app],
    ["/realms/{}/clients-registrations/default/{}", "app"],
    ["/realms/{}/clients-registrations/install/{}", "app"],
    ["/realms/{}/clients-registrations/openid-connect/{}", "app"],
    ["saml client", saml],
  ] as const) {
    lab.known.set(template, value);
  }
  for (const kind of ["available-roles", "effective-roles", "effective-roles-all"]) {
    lab.known.set(`/ui-ext/${kind}/clientScopes/{}`, scope);
    lab.known.set(`/ui-ext/${kind}/clients/{}`, app);
    lab.known.set(`/ui-ext/${kind}/roles/{}`, staff.id);
  }
  lab.known.set("/ui-ext/role-mappings/roles/{}", staff.id);
}
