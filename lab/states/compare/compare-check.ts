import type { CheckStatement } from "../statements.ts";
import type { Truth } from "../truth.ts";
import type { Compared } from "./compared.ts";

const line = (names: Iterable<string>) => [...names].sort().join(" ");

/**
 * What contradicts that a check finds nothing wrong, and that it finds a problem; each is undefined where that
 * is true.
 */
interface Rule {
  readonly ok: (truth: Truth, names: string) => string | undefined;
  readonly problem: (truth: Truth, names: string) => string | undefined;
  /** Whether no call at all is answered where there is such a problem. */
  readonly isBlocking: boolean;
}

const given = (isSo: boolean, text: string) => (isSo ? text : undefined);

const isSwitchedOn = ({ client }: Truth) =>
  client.serviceAccountsEnabled && !client.publicClient && !client.bearerOnly;

const isAhead = (seconds: number) => seconds * 1_000 > Date.now();

const outOfScope = ({ effective, inScope }: Truth) =>
  line([...effective].filter((name) => !inScope.has(name)));

const rules = new Map<string, Rule>([
  [
    "account",
    {
      ok: (truth) =>
        isSwitchedOn(truth)
          ? given(truth.account === "none", "no account is there")
          : "the client's settings give it no account",
      problem: (truth) =>
        given(isSwitchedOn(truth) && truth.account === "exists", "on, and the account is there"),
      isBlocking: true,
    },
  ],
  [
    "enabled",
    {
      ok: ({ client }) => given(!client.enabled, "the client is disabled"),
      problem: ({ client }) => given(client.enabled, "the client is enabled"),
      isBlocking: true,
    },
  ],
  [
    "roles",
    {
      ok: ({ effective }, names) =>
        given(names !== line(effective), `in effect: ${line(effective)}`),
      problem: ({ effective }) => given(effective.size > 0, `in effect: ${line(effective)}`),
      isBlocking: false,
    },
  ],
  [
    "scope",
    {
      ok: (truth) => given(outOfScope(truth) !== "", `not in scope: ${outOfScope(truth)}`),
      problem: (truth, names) =>
        given(names !== outOfScope(truth), `not in scope: ${outOfScope(truth)}`),
      isBlocking: false,
    },
  ],
  [
    "tokenBinding",
    {
      ok: ({ client }) => given(client.isBound, "its tokens are bound"),
      problem: ({ client }) => given(!client.isBound, "its tokens are not bound"),
      isBlocking: true,
    },
  ],
  [
    "user",
    {
      ok: ({ accountEnabled }) => given(accountEnabled !== true, "the account is disabled"),
      problem: ({ accountEnabled }) => given(accountEnabled === true, "the account is enabled"),
      isBlocking: true,
    },
  ],
  [
    "realm",
    {
      ok: ({ realm }) => given(!realm.enabled, "the realm is disabled"),
      problem: ({ realm }) => given(realm.enabled, "the realm is enabled"),
      isBlocking: true,
    },
  ],
  [
    "https",
    {
      // The clients of a run call over HTTP, on the same machine.
      ok: ({ realm }) => given(realm.sslRequired === "all", "the realm requires HTTPS"),
      problem: ({ realm }) => given(realm.sslRequired !== "all", "HTTP is answered"),
      isBlocking: true,
    },
  ],
  [
    "notBefore",
    {
      ok: ({ realm }) => given(isAhead(realm.notBefore), "the realm's not-before is ahead"),
      problem: ({ realm }) => given(!isAhead(realm.notBefore), "no not-before is ahead"),
      isBlocking: true,
    },
  ],
]);

/** Compares each line of the access check with the truth, and whether together they name why calls are denied. */
export function compareCheck(check: readonly CheckStatement[], truth: Truth): readonly Compared[] {
  if (check.length === 0) return [];
  // A missing test request isn't a statement about the client, but it prevents the verdict that
  // access works.
  const lines = check.filter(({ id }) => id !== "call");
  return [...lines.map((said) => compareLine(said, truth)), compareCause(check, truth)];
}

function compareLine({ id, verdict, names }: CheckStatement, truth: Truth): Compared {
  const rule = rules.get(id);
  return {
    about: `check: ${id}`,
    said: `${verdict}${names.length === 0 ? "" : ` (${line(names)})`}`,
    isKnown: verdict !== "unknown",
    truth: verdict === "unknown" ? undefined : rule?.[verdict](truth, line(names)),
  };
}

function compareCause(check: readonly CheckStatement[], truth: Truth): Compared {
  const named = check.filter(({ verdict }) => verdict === "problem").map(({ id }) => id);
  const open = check.filter(({ verdict }) => verdict === "unknown").map(({ id }) => id);
  const about = "check: cause";
  const isAnswered = [...truth.calls.values()].some((call) => call !== "refused");
  if (isAnswered) {
    const wrong = named.filter((id) => rules.get(id)?.isBlocking);
    const isTrue = wrong.length === 0;
    return {
      ...{ about, said: isTrue ? "calls are answered" : line(wrong), isKnown: true },
      truth: isTrue ? undefined : "calls are answered",
    };
  }
  if (named.length > 0) return { about, said: line(named), isKnown: true };
  // Without roles every call is refused, which is all as it should be where the account has none.
  return {
    about,
    said: open.length === 0 ? "all is well" : `not known: ${line(open)}`,
    isKnown: open.length === 0,
    truth: open.length === 0 ? `no call is answered: ${truth.token.said ?? "403"}` : undefined,
  };
}
