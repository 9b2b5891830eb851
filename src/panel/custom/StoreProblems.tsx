import "./custom-texts.ts";
import { useMemo } from "react";
import { checkNames } from "../../access/custom/check-names.ts";
import type { Problem } from "../../access/custom/problem.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import { type FoundStore, presetAttribute, type Store } from "../../access/custom/store-of.ts";
import { nameOfOwn } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { builtInNames } from "./built-in-names.ts";
import { describeFlaw, shownText } from "./describe-flaw.ts";

const client = storeClientId;

/** So many lines are shown; `presets custom list` prints all. */
const mostLines = 10;

/** Of one preset, so many problems are told. */
const mostOfPreset = 3;

/** What is wrong with the presets of the realm: who can change it sees where, and everyone sees whom to distrust. */
export function StoreProblems({ store }: { readonly store: Store }) {
  const t = useTranslate();
  const lines = useMemo(() => (store.kind === "found" ? linesOf(t, store) : []), [t, store]);
  const isForeign = store.kind === "notOurs";
  if (!isForeign && lines.length === 0) return null;
  const more = lines.length - mostLines;
  return (
    <Alert
      component="p"
      variant={isForeign ? "info" : "warning"}
      isInline
      title={t(isForeign ? "custom.readOnly.notOurs" : "custom.wrong.title", { client })}
      className={pf("u-mb-md")}
      data-testid="storeProblems"
    >
      {lines.slice(0, mostLines).map((line) => (
        <p key={line} style={{ overflowWrap: "anywhere" }}>
          {line}
        </p>
      ))}
      {more > 0 ? <p>{t("custom.delete.more", { count: more })}</p> : null}
    </Alert>
  );
}

/** A line for the client, and for each preset that can't be read or whose name deceives. */
function linesOf(t: Translate, { alterations, broken, presets }: FoundStore): readonly string[] {
  const builtIn = builtInNames(t);
  const altered = alterations.map((it) => t(`custom.altered.${it}`));
  const suspicious = presets.flatMap((preset) => {
    const problems = checkNames(preset, builtIn, presets);
    if (problems.length === 0) return [];
    const name = nameOfOwn(t, shownText(preset.name));
    return [t("custom.wrong.name", { name, problems: inWords(t, problems) })];
  });
  return [
    ...(altered.length === 0
      ? []
      : [t("custom.wrong.altered", { client, changes: joinNames(altered) })]),
    ...suspicious,
    ...broken.map(({ id, problems }) => {
      const attribute = shownText(presetAttribute(id));
      return t("custom.wrong.broken", { attribute, problems: inWords(t, problems) });
    }),
  ];
}

function inWords(t: Translate, problems: readonly Problem[]): string {
  return problems
    .slice(0, mostOfPreset)
    .map((problem) => {
      const place = shownText(problem.place);
      return place === "" ? describeFlaw(t, problem) : `${place}: ${describeFlaw(t, problem)}`;
    })
    .join(" ");
}
