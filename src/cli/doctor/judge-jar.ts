import { ownTheme } from "../../catalog/server/own-theme.ts";
import type { ConsoleFacts } from "./ask-console.ts";
import type { Finding } from "./finding.ts";

const jarAdvice =
  "Copy the JAR into providers/ of each node and restart Keycloak. If it is started with --optimized, run kc.sh build with your build options first. If the JAR is there, let a proxy pass /resources/ on unchanged.";

/** The themes that a server brings itself. */
const stockThemes: readonly string[] = ["keycloak", "keycloak.v2", "keycloak.v3"];

/** Phase Two's console, which isn't Keycloak's page. */
const phaseTwoTheme = "phasetwo-ui";

function judgeFile({ jar, ownScript }: ConsoleFacts): Finding {
  const base = { id: "jar", subject: "JAR" };
  if (jar.kind === "there") {
    const found = `Version ${jar.version}, built above the admin theme ${jar.parent}.`;
    return { ...base, level: "ok", found };
  }
  if (ownScript !== undefined) {
    return {
      ...base,
      level: "unknown",
      found: "The page loads the extension, but no file says its version.",
      advice:
        "If the JAR is older than this command, upgrade it. Otherwise, compare the JARs of all nodes.",
    };
  }
  if (jar.kind === "missing") {
    return {
      ...base,
      level: "problem",
      found: "The server that answered has no JAR of this extension.",
      advice: jarAdvice,
    };
  }
  if (jar.kind === "notFound") {
    return {
      ...base,
      level: "unknown",
      found: "Not known, because the page doesn't say where the server has its theme resources.",
    };
  }
  return {
    ...base,
    level: "unknown",
    found: `Something answered ${jar.status} instead of the JAR's file.`,
    advice: "Let a proxy pass /resources/ on unchanged.",
  };
}

/** How to get the tab where the realm has another theme. */
function adviceFor(theme: string, realm: string): string {
  if (theme === phaseTwoTheme) {
    return `${phaseTwoTheme} isn't Keycloak's console, and nothing can be added to it. Choose ${ownTheme} as the admin theme of a realm whose console you use for this work.`;
  }
  const choose = `In realm ${realm}, choose Realm settings > Themes > Admin theme > ${ownTheme}. Then reload the page. Administrators of master use the console and theme of master, whichever realm they view.`;
  return stockThemes.includes(theme)
    ? choose
    : `${choose} To keep ${theme}, write parent=${ownTheme} into its theme.properties, without scripts=.`;
}

const isLoaded = ({ script }: ConsoleFacts) =>
  script?.answer.status === 200 && /javascript/i.test(script.answer.contentType);

/** Which theme the realm uses, and whether that loads our script. */
function judgeTheme(facts: ConsoleFacts): readonly Finding[] {
  const { page, realm, jar, ownScript } = facts;
  const [theme = "an unknown theme"] = page.themes;
  const base = { id: "theme", subject: `Admin theme of realm ${realm}` };
  if (ownScript !== undefined) {
    const found = `${theme}, which loads the extension.`;
    return [{ ...base, level: "ok", found }];
  }
  if (jar.kind !== "there") {
    // Without the JAR, the theme can't be used yet.
    return jar.kind === "missing" ? [{ ...base, level: "note", found: `${theme}.` }] : [];
  }
  if (facts.script?.answer.status === 404) {
    return [
      {
        ...base,
        level: "problem",
        found: `${theme}. The server doesn't offer ${ownTheme}, because its parent ${jar.parent} isn't there.`,
        advice: stockThemes.includes(jar.parent)
          ? "This Keycloak has another console than the JAR was built for. Install a version of the extension for it."
          : `Install the theme ${jar.parent}, or the JAR of the release, whose parent is Keycloak's own theme.`,
      },
    ];
  }
  if (theme === ownTheme) {
    return [
      {
        ...base,
        level: "problem",
        found: `${theme}, but the page doesn't load its script.`,
        advice:
          "A proxy may keep an old page or change it. Let it pass the console's page on unchanged, and reload the console.",
      },
    ];
  }
  return [{ ...base, level: "problem", found: `${theme}.`, advice: adviceFor(theme, realm) }];
}

/** Whether browsers get the script, and whether page and JAR belong together. */
function judgeScript(facts: ConsoleFacts): readonly Finding[] {
  const { jar, ownScript, script } = facts;
  if (ownScript === undefined || script === undefined) return [];
  const base = { id: "script", subject: "Script of the extension" };
  if (!isLoaded(facts)) {
    return [
      {
        ...base,
        level: "problem",
        found: `${script.address} answers ${script.answer.status} (${script.answer.contentType || "no type"}).`,
        advice:
          "Check that all nodes have the same JAR, and let a proxy pass /resources/ on unchanged.",
      },
    ];
  }
  if (jar.kind === "there" && !ownScript.endsWith(`/${jar.script}`)) {
    return [
      {
        ...base,
        level: "problem",
        found: `The page loads ${ownScript}, but the JAR has ${jar.script}.`,
        advice:
          "Check that all nodes have the same JAR and that no proxy keeps the console's page.",
      },
    ];
  }
  return [{ ...base, level: "ok", found: `${script.address} answers.` }];
}

/** Judges whether the extension is on the server and on the page. */
export function judgeJar(facts: ConsoleFacts): readonly Finding[] {
  return [judgeFile(facts), ...judgeTheme(facts), ...judgeScript(facts)];
}
