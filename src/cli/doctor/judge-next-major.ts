import { ownTheme } from "../../catalog/server/own-theme.ts";
import type { ConsoleFacts } from "./ask-console.ts";
import type { FoundObjects } from "./examine-realms.ts";
import type { Finding } from "./finding.ts";
import { ownObjects } from "./own-objects.ts";

/**
 * Judges whether the extension's theme is that of all pages of the server: the server's option does that,
 * and a realm can choose the theme for its account console itself.
 */
function judgeDefaultTheme({ accountPage, realm }: ConsoleFacts): readonly Finding[] {
  if (!accountPage.text.includes(`/account/${ownTheme}/`)) return [];
  return [
    {
      id: "defaultTheme",
      level: "problem",
      subject: "Theme of other pages",
      found: `The account console of realm ${realm} uses ${ownTheme} too. With the option --spi-theme--default, all pages answer 500 once the JAR is gone or Keycloak 27 is installed.`,
      advice: `Choose ${ownTheme} as the admin theme of each realm that needs it, then unset the server's option --spi-theme--default (before 26.3: --spi-theme-default). If the realm chose ${ownTheme} as its account theme, choose another one.`,
    },
  ];
}

/**
 * Says what Keycloak 27 does to this installation.
 *
 * @param objects what was found in the realms; undefined if nobody looked
 * @see [Upgrade Admin UI to PatternFly 6, issue 52343](https://github.com/keycloak/keycloak/issues/52343)
 */
export function judgeNextMajor(
  facts: ConsoleFacts,
  objects: readonly FoundObjects[] | undefined,
): readonly Finding[] {
  const concerned =
    objects === undefined
      ? ownObjects
      : objects
          .filter(({ found, hidden }) => found.size > 0 || hidden.length > 0)
          .map(({ object }) => object);
  return [
    ...judgeDefaultTheme(facts),
    ...concerned.map(({ id, name, on27 }): Finding => {
      const subject = `${name} on Keycloak 27`;
      return { id: `next.${id}`, level: "note", subject, found: on27 };
    }),
  ];
}
