import type { Login } from "./create-login.ts";
import { SessionError } from "./session-error.ts";
import { isSignedInAgain, signInAgain } from "./sign-in-again.ts";
import { type SignIn, type SignInSettings, signInSilently } from "./sign-in-silently.ts";

/** Access tokens for the person signed in to the console, kept in memory only. */
export interface Session {
  /** A token valid for the next seconds; signs in silently when there is none. */
  readonly accessToken: () => Promise<string>;
  /** Forgets the token, so that the next call gets a new one. */
  readonly forgetToken: () => void;
  /** Loads the page again, where the console signs the person in, and tells the new page why. */
  readonly signInAgain: () => void;
  /** Loads what knows where the clients of a realm get their tokens. */
  readonly loadLogin: (realm: string) => Promise<Login>;
}

/** A token is not used when it has less than this many milliseconds to live. */
const minimumLife = 5_000;

/**
 * Makes a session. Nothing is requested before a token is asked for, since every silent sign-in
 * writes two events; callers that ask at the same time share one sign-in. On a page that the person came
 * back to by signing in again, a login that still asks is told as one that always does: the console has
 * just signed them in.
 *
 * @returns a session whose functions throw SessionError when no token can be had
 */
export function createSession(settings: SignInSettings): Session {
  let current: Promise<SignIn> | undefined;
  let expiresAt = 0;
  let subject: string | undefined;
  const isSecondPage = isSignedInAgain();

  const signIn = async (): Promise<SignIn> => {
    const result = await signInSilently(settings).catch((thrown: unknown) => {
      // Where a silent sign-in has worked on this page, the session has only ended since.
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
      // While a new one is on its way, all whose token was refused wait for that one.
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
