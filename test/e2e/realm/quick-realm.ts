/**
 * What makes a realm quick to make and to sign in to: elliptic keys in the place of two RSA pairs,
 * which take longer than all else that a case does, and a hash of passwords that costs nothing.
 */
export const quickRealm = {
  enabled: true,
  passwordPolicy: "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)",
  defaultSignatureAlgorithm: "ES256",
  components: {
    "org.keycloak.keys.KeyProvider": [
      { name: "signing", providerId: "ecdsa-generated", config: {} },
      { name: "refreshing", providerId: "hmac-generated", config: { algorithm: ["HS512"] } },
      { name: "encrypting", providerId: "aes-generated", config: {} },
    ],
  },
};
