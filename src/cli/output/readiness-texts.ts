import type {
  ClientProblemId,
  ReadinessProblem,
  ReadinessVerdict,
} from "../../access/readiness/readiness-problem.ts";
import { successorOf, type ThemeProblem } from "../../access/readiness/theme-readiness.ts";

/** The text of a verdict at the start of a line. */
export const readinessVerdictTexts = {
  breaks: "BREAKS",
  mayBreak: "MAY BREAK",
  warns: "WARNS",
  notKnown: "NOT KNOWN",
} as const satisfies Record<ReadinessVerdict, string>;

/** What breaks, and what to do. */
export interface ReadinessText {
  readonly message: string;
  readonly advice: string;
}

const scopeAdvice =
  "Assign the client scope kc-admin-api to it as a default one. Servers have it from 26.8.2 on.";
const fullScopeAdvice =
  "Add the roles that it needs to its scope, then turn full scope allowed off. The list of service accounts does both.";
const rolesUnknown = "Its admin roles aren't all known";

const texts: Readonly<
  Record<
    ClientProblemId,
    { readonly advice: string } & Readonly<Partial<Record<ReadinessVerdict, string>>>
  >
> = {
  adminClientScope: {
    breaks:
      "It has admin roles and lacks the default client scope kc-admin-api: the Admin API answers 401.",
    notKnown: "Whether it has admin roles and lacks the client scope kc-admin-api isn't known.",
    advice: scopeAdvice,
  },
  fullScope: {
    breaks: "It has full scope allowed, which is removed: its tokens lose roles outside its scope.",
    warns: "It has full scope allowed, which is deprecated: the server logs a warning at sign-in.",
    advice: fullScopeAdvice,
  },
  protocolMappers: {
    mayBreak:
      "It has manage-clients without manage-realm: protocol mappers that it creates, changes or deletes are refused.",
    notKnown: `${rolesUnknown}: protocol mappers that it writes may be refused.`,
    advice:
      "If it writes protocol mappers, assign manage-realm, or let an administrator write them.",
  },
  clientSecrets: {
    mayBreak: "It has view-clients without manage-clients: it reads ********** as client secrets.",
    notKnown: `${rolesUnknown}: it may read ********** as client secrets.`,
    advice: "If it reads client secrets, assign manage-clients, or hand them over in another way.",
  },
};

function themeText({ type, theme, parent, verdict }: ThemeProblem): ReadinessText {
  const successor = successorOf(type, parent ?? theme) ?? "the new one";
  switch (verdict) {
    case "breaks":
      return {
        message: `The ${type} theme ${theme} inherits from ${parent}, which is removed: people get the server's default theme.`,
        advice: `Make ${theme} inherit from ${successor} for that version.`,
      };
    case "warns":
      return {
        message: `The ${type} theme ${theme} is removed: people get the server's default theme.`,
        advice: `Use ${successor}, or the server's default.`,
      };
    default:
      return {
        message: `Whether the ${type} theme ${theme} stays isn't known: its theme.properties names what it inherits from.`,
        advice: "Pass the folder of your themes with --themes, or check the theme by hand.",
      };
  }
}

/** What a problem is about, and what to do. */
export function readinessText(problem: ReadinessProblem | ThemeProblem): ReadinessText {
  if (problem.id === "themes") return themeText(problem);
  const { advice, ...messages } = texts[problem.id];
  return { message: messages[problem.verdict] ?? "", advice };
}
