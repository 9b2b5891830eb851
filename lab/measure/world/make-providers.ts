import type { Lab } from "../lab.ts";

/** Identity providers with a mapper, components, localized texts. */
export async function makeProviders(lab: Lab): Promise<void> {
  await makeIdentityProvider(lab, "partner");
  await lab.create("/identity-provider/instances", {
    alias: "saml-partner",
    providerId: "saml",
    config: { singleSignOnServiceUrl: "https://partner.example.org/saml", entityId: "partner" },
  });
  const mapper = await lab.create("/identity-provider/instances/partner/mappers", {
    name: "role of the partner's people",
    identityProviderAlias: "partner",
    identityProviderMapper: "oidc-hardcoded-role-idp-mapper",
    config: { syncMode: "INHERIT", role: "team" },
  });
  const [key] = await lab.read<{ id: string }[]>(
    "/components?type=org.keycloak.keys.KeyProvider&name=rsa-generated",
  );
  const user = lab.known.get("/users/{}");
  await lab.send("POST", `/users/${user}/federated-identity/partner`, {
    identityProvider: "partner",
    userId: "alice-there",
    userName: "alice",
  });
  await lab.send("POST", "/localization/de", { greeting: "Guten Tag" });
  for (const [template, value] of [
    ["/identity-provider/instances/{}", "partner"],
    ["/identity-provider/instances/{}/mappers/{}", mapper],
    ["/identity-provider/providers/{}", "oidc"],
    ["/components/{}", key?.id ?? ""],
    ["/localization/{}", "de"],
    ["/localization/{}/{}", "greeting"],
  ] as const) {
    lab.known.set(template, value);
  }
}

/** An OpenID Connect provider whose addresses are the server's own `master` realm. */
export async function makeIdentityProvider(lab: Lab, alias: string): Promise<void> {
  const oidc = `${lab.baseUrl}/realms/master/protocol/openid-connect`;
  await lab.create("/identity-provider/instances", {
    alias,
    providerId: "oidc",
    enabled: true,
    config: {
      clientId: "keycloak",
      clientSecret: "secret",
      authorizationUrl: `${oidc}/auth`,
      tokenUrl: `${oidc}/token`,
      jwksUrl: `${oidc}/certs`,
      useJwksUrl: "true",
      validateSignature: "true",
    },
  });
}
