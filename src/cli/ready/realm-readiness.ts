import { clientReadiness, type ReadinessFacts } from "../../access/readiness/client-readiness.ts";
import type { ReadinessProblem } from "../../access/readiness/readiness-problem.ts";
import {
  type ChosenThemes,
  type ThemeParents,
  type ThemeProblem,
  themeReadiness,
} from "../../access/readiness/theme-readiness.ts";
import type { TargetVersion } from "../../catalog/server/coming-changes.ts";

/** A client, and its login theme if it has one of its own. */
export interface ClientToJudge extends ReadinessFacts {
  readonly loginTheme: string | undefined;
  /** What was parsed of it, to find its place in a file. */
  readonly origin?: object;
}

/** What is known of a realm. */
export interface RealmToJudge {
  readonly realm: string;
  readonly clients: readonly ClientToJudge[];
  /** Undefined if they can't be seen. */
  readonly themes: ChosenThemes | undefined;
}

/** A problem of a client, or of the realm itself. */
export interface RealmProblem {
  readonly realm: string;
  /** Undefined for a problem of the realm. */
  readonly client: ClientToJudge | undefined;
  readonly problem: ReadinessProblem | ThemeProblem;
}

const loginThemeOf = ({ loginTheme }: ClientToJudge): ChosenThemes =>
  new Map(loginTheme === undefined ? [] : [["login", loginTheme]]);

/** Judges a realm and its clients. Themes that can't be seen are left out: that is told as a gap. */
export function realmReadiness(
  { realm, clients, themes = new Map() }: RealmToJudge,
  parents: ThemeParents,
  target: TargetVersion,
): readonly RealmProblem[] {
  return [
    ...themeReadiness(themes, parents, target).map((problem) => ({
      ...{ realm, client: undefined, problem },
    })),
    ...clients.flatMap((client) =>
      [
        ...clientReadiness(client, target),
        ...themeReadiness(loginThemeOf(client), parents, target),
      ].map((problem) => ({ realm, client, problem })),
    ),
  ];
}
