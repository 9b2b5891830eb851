import type { Login } from "./create-login.ts";
import { SessionError } from "./session-error.ts";
import { isSignedInAgain, signInAgain } from "./sign-in-again.ts";
import { type SignIn, type SignInSettings, signInSilently } from "./sign-in-silently.ts";

/** Access tokens for the person signed in to the console, kept in memory only. */
export interface Session {
  /** A token valid for the next seconds; signs in silently when there is none. */
  readonly accessToken: () => Promise<string>;
  /** Discards the token, so that the next call gets a new one. */
  readonly forgetToken: () => void;
  /** Loads the page again, where the console signs the person in, and tells the new page why. */
  readonly signInAgain: () => void;
  /** Loads the code for signing in a realm's clients. */
  readonly loadLogin: (realm: string) => Promise<Login>;
}

/** A token with less than this remaining lifetime, in milliseconds, isn't used. */
const minimumLife = 5_000;

/**
 * Creates a session. It sends no request before a token is needed, because every silent sign-in
 * writes two events. Concurrent callers share one sign-in. If the person has just signed in again
 * and the login still asks for credentials, it is reported as one that always asks.
 *
 * @returns a session whose functions throw SessionError if no token is available
 */
export function createSession(settings: SignInSettings): Session {
  let current: Promise<SignIn> | undefined;
  let expiresAt = 0;
  let subject: string | undefined;
  const isSecondPage = isSignedInAgain();

  const signIn = async (): Promise<SignIn> => {
    const result = await signInSilently(settings).catch((thrown: unknown) => {
      // If a silent sign-in has worked on this page before, the session has only expired since.
      const isSecond = isSecondPage && subject === undefined;
      throw isSecond && isSignInNeeded(thrown) ? new SessionError("alwaysAsks", thrown) : thrown;
    });
    subject ??= result.subject;
    if (result.subject !== subject) throw new SessionError("otherUser");
    expiresAt = result.expiresAt;
    return result;
  };

  const renew = (): Promise<SignIn> => {
    expiresAt = Number.POSITIVE_INFINITY;
    const started = signIn();
    current = started;
    started.catch(() => {
      if (current === started) current = undefined;
    });
    return started;
  };

  const valid = (): Promise<SignIn> =>
    current === undefined || Date.now() > expiresAt - minimumLife ? renew() : current;

  return {
    accessToken: async () => (await valid()).accessToken,
    forgetToken: () => {
      // While a new token is requested, all callers with a rejected token wait for it.
      if (expiresAt !== Number.POSITIVE_INFINITY) current = undefined;
    },
    signInAgain,
    loadLogin: async (realm) => {
      const { createLogin } = await import("./create-login.ts");
      return createLogin(settings.authServerUrl, realm);
    },
  };
}

const isSignInNeeded = (thrown: unknown) =>
  thrown instanceof SessionError && thrown.failure === "signInNeeded";
