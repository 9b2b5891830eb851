import "./custom-texts.ts";
import { useMemo } from "react";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import { type FoundStore, presetAttribute, type Store } from "../../access/custom/store-of.ts";
import type { Translate } from "../../texts/translate.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { shownText } from "./describe-flaw.ts";
import { doubtsAbout, inWords } from "./doubts.ts";

const client = storeClientId;

/** So many lines are shown; `presets custom list` prints all. */
const mostLines = 10;

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
  const doubts = doubtsAbout(t, presets);
  const altered = alterations.map((it) => t(`custom.altered.${it}`));
  return [
    ...(altered.length === 0
      ? []
      : [t("custom.wrong.altered", { client, changes: joinNames(altered) })]),
    ...doubts.values(),
    ...broken.map(({ id, problems }) => {
      const attribute = shownText(presetAttribute(id));
      return t("custom.wrong.broken", { attribute, problems: inWords(t, problems) });
    }),
  ];
}
