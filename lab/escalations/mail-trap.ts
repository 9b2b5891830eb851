import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server of the attacker's: it takes every mail and every password. */
export interface MailTrap {
  /** How a realm sends its mails through it. */
  readonly settings: Readonly<Record<string, string>>;
  /** The first link of the last mail. Throws an error when there is none. */
  readonly link: () => string;
  /** The password with which a mail was brought last. */
  readonly password: () => string | null | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts one on this machine. */
export async function startMailTrap(): Promise<MailTrap> {
  let mail = "";
  let password: string | null | undefined;
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (authentication, _session, done) => {
      password = authentication.password;
      done(null, { user: authentication.username });
    },
    onData: async (stream, _session, done) => {
      const parts: Uint8Array[] = [];
      for await (const part of stream) parts.push(part);
      mail = Buffer.concat(parts).toString();
      done();
    },
  });
  const listener = server.listen(0, "localhost");
  await new Promise((resolve) => listener.once("listening", resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    settings: { host: "localhost", port: String(port) },
    link: () => {
      const [link] = /https?:\/\/[^\s"<]+/.exec(decoded(mail)) ?? [];
      if (link === undefined) throw new Error("No mail with a link came.");
      // Keycloak's text mails have some signs as HTML would.
      return link.replaceAll("&amp;", "&").replaceAll("&#61;", "=");
    },
    password: () => password,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * A mail in quoted-printable with its lines and signs as they were.
 *
 * @see [Quoted-Printable](https://www.rfc-editor.org/rfc/rfc2045#section-6.7)
 */
function decoded(mail: string): string {
  return mail
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
