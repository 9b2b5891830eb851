import { supportedPatternFly } from "../../console/document/patternfly.ts";
import type { ConsoleFacts } from "./ask-console.ts";
import type { Finding } from "./finding.ts";
import { judgePolicy } from "./judge-policy.ts";

/** Whether the answer is a page of an admin console, the stock one or another. */
export function isConsole({ answer, page }: ConsoleFacts): boolean {
  return answer.status === 200 && (page.environment !== undefined || page.themes.length > 0);
}

const cannotTell = (subject: string, found: string, advice: string): Finding => ({
  ...{ id: "console", level: "unknown", subject, found, advice },
});

/** What answers at the address of the console. */
function judgeAnswer(facts: ConsoleFacts): Finding {
  const { address, answer, realm, jar, server } = facts;
  const subject = `Console of realm ${realm}`;
  if (isConsole(facts)) {
    return { id: "console", level: "ok", subject, found: `${address} answers.` };
  }
  if (answer.location !== undefined) {
    return cannotTell(
      subject,
      `${address} redirects to ${answer.location}.`,
      "Use the address that answers without a redirect. If a proxy asks for a sign-in first, run this command behind it.",
    );
  }
  if (answer.status === 404) {
    return cannotTell(
      subject,
      `${address} answers 404.`,
      `Check the name of the realm and the relative path of ${server}, and that the server has its admin console.`,
    );
  }
  if (answer.status === 500) {
    const isOurs = jar.kind === "there";
    return {
      id: "console",
      level: isOurs ? "problem" : "unknown",
      subject,
      found: `${address} answers 500${isOurs ? ", and this server has the JAR" : ""}.`,
      advice:
        "If the option --spi-theme--default (before 26.3: --spi-theme-default) is set to service-account-presets, unset it. Otherwise, look for the error in the server's log.",
    };
  }
  return cannotTell(
    subject,
    `${address} answers ${answer.status}, and not with a console of Keycloak.`,
    "Check the address. A proxy may answer instead of Keycloak.",
  );
}

/** What our scripts need of the page. */
function judgeStructure({ page }: ConsoleFacts): readonly Finding[] {
  const { environment, missingModules, patternFly } = page;
  const subject = "Structure of the page";
  const lacks = [
    ...(environment === undefined ? ["it doesn't say where Keycloak is (#environment)"] : []),
    ...(missingModules.length === 0 ? [] : [`its import map lacks ${missingModules.join(", ")}`]),
  ];
  if (lacks.length > 0) {
    return [
      {
        id: "structure",
        level: "problem",
        subject,
        found: `The page isn't built like Keycloak's: ${lacks.join(", and ")}. Nothing is added to it.`,
        advice:
          "Use Keycloak's own console for this work: choose service-account-presets as the admin theme of a realm. If this is Keycloak's own console, report its version.",
      },
    ];
  }
  if (patternFly !== undefined && patternFly > supportedPatternFly) {
    return [
      {
        id: "structure",
        level: "problem",
        subject,
        found: `The console uses PatternFly ${patternFly}. This version of the extension is for PatternFly ${supportedPatternFly} and adds nothing there.`,
        advice: "Install a version of the extension for this Keycloak.",
      },
    ];
  }
  return [
    { id: "structure", level: "ok", subject, found: "The page has everything that the tab needs." },
  ];
}

/** Whether browsers reach the console where it was examined. */
function judgeAddress({ page, server, realm }: ConsoleFacts): readonly Finding[] {
  const told = page.environment?.adminBaseUrl.replace(/\/+$/, "");
  if (told === undefined || told === server) return [];
  return [
    {
      id: "address",
      level: "note",
      subject: "Address of the console",
      found: `The server tells browsers to use ${told}, not ${server}.`,
      advice: `Open ${told}/admin/${realm}/console/, and run this command with --server ${told}. If that address is wrong, correct the server's options --hostname, --hostname-admin and --proxy-headers.`,
    },
  ];
}

/** Judges the page of the console itself, whatever this extension adds to it. */
export function judgeConsole(facts: ConsoleFacts): readonly Finding[] {
  const answer = judgeAnswer(facts);
  if (!isConsole(facts)) return [answer];
  return [answer, ...judgeAddress(facts), ...judgeStructure(facts), ...judgePolicy(facts)];
}
