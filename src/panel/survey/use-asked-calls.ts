import { useEffect, useMemo, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { holdsRolesFor } from "../../access/survey/holders-of-calls.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type Load, useAsync } from "../context/use-async.ts";

/** What a search for calls comes to. */
export type AskedCalls =
  /** What was measured isn't loaded yet, or can't be. */
  | { readonly kind: "loading" | "failed" }
  | {
      readonly kind: "found";
      readonly calls: readonly CallTemplate[];
      /** The keys of the accounts that have roles for all of them. */
      readonly holding: ReadonlySet<string>;
      /** Of how many accounts it isn't known. */
      readonly notKnown: number;
    };

/**
 * Which accounts have roles for the calls that a text names. What was measured is loaded as soon as a text may
 * name one.
 *
 * @returns undefined where the text names no call
 */
export function useAskedCalls(
  text: string,
  surveys: readonly Survey[],
  rows: readonly AccountRow[],
): AskedCalls | undefined {
  const { consoleScript, language } = usePanelContext();
  const [asked, setAsked] = useState<Load<Knowledge>>();
  const { state, value: knowledge } = useAsync(asked);
  const isCall = text.includes("/");
  const [first] = surveys;
  useEffect(() => {
    if (!isCall || asked !== undefined || first === undefined) return;
    const offered = new Set([...first.roles.values()].map(({ name }) => name));
    setAsked(() => async () => {
      const { loadKnowledge } = await import("../context/load-knowledge.ts");
      return loadKnowledge(consoleScript, offered, language.loadCallTexts);
    });
  }, [isCall, asked, first, consoleScript, language]);
  return useMemo(() => {
    if (!isCall) return undefined;
    if (knowledge === undefined) return { kind: state.kind === "failed" ? "failed" : "loading" };
    const answer = knowledge.recognize(text);
    if (!answer?.isNamed || answer.calls.length === 0) return undefined;
    const calls = answer.calls.map(({ call }) => call);
    const said = rows.map((row) => {
      const survey = surveys.find(
        ({ realm, administers }) => realm === row.realm && administers === row.administers,
      );
      const offered = survey?.roles ?? new Map();
      return { row, says: holdsRolesFor(calls, row, offered, knowledge.matrix) };
    });
    return {
      kind: "found",
      calls,
      holding: new Set(said.filter(({ says }) => says === "yes").map(({ row }) => row.key)),
      notKnown: said.filter(({ says }) => says === "notKnown").length,
    };
  }, [isCall, state.kind, knowledge, text, rows, surveys]);
}
