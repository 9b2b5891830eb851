import { type CSSProperties, useState } from "react";
import { filterWords, foldText } from "../../access/question/fold-text.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { families, familyOf } from "../../catalog/calls/families.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { plainList } from "./patternfly/list-style.ts";
import { pf } from "./patternfly-classes.ts";
import { SearchField } from "./SearchField.tsx";

interface CallListProps {
  readonly calls: readonly CallTemplate[];
  readonly knowledge: Knowledge;
}

/** What people name a call, with its method and path. */
export function CallName({
  call,
  knowledge,
}: {
  readonly call: CallTemplate;
  readonly knowledge: Knowledge;
}) {
  return (
    <>
      {knowledge.nameOf(call)}{" "}
      <span className={pf("u-font-family-monospace u-font-size-xs u-color-200")}>
        {call.method} {call.path}
      </span>
    </>
  );
}

/** Calls, each on a line of its own, with their methods below each other. */
export function CallList({ calls, knowledge }: CallListProps) {
  return (
    <ul style={plainList}>
      {calls.map((call) => (
        <CallLine key={`${call.method} ${call.path}`} call={call} name={knowledge.nameOf(call)} />
      ))}
    </ul>
  );
}

/** With more calls than this, a list can be searched. */
const mostAtAGlance = 12;

/** Calls under the names of their families; a long list can be searched by name, method and path. */
export function CallsByFamily({ calls, knowledge }: CallListProps) {
  const t = useTranslate();
  const [text, setText] = useState("");
  const words = filterWords(text);
  const fitting = calls.filter((call) => {
    const named = foldText(`${call.method} ${call.path} ${knowledge.nameOf(call)}`);
    return words.every((word) => named.includes(word));
  });
  return (
    <>
      {calls.length <= mostAtAGlance ? null : (
        <div
          className={pf("u-mb-sm")}
          style={{ display: "flex", flexWrap: "wrap", gap: "0.25rem 1rem", alignItems: "center" }}
        >
          <div style={{ flex: "1 1 14rem", maxWidth: "22rem" }}>
            <SearchField
              label={t("effect.search")}
              text={text}
              onText={setText}
              data-testid="searchCalls"
            />
          </div>
          <span className={pf("u-font-size-sm u-color-200")} role="status">
            {words.length === 0
              ? ""
              : t("effect.found", { count: fitting.length, all: calls.length })}
          </span>
        </div>
      )}
      {families.map((family) => {
        const members = fitting.filter(({ path }) => familyOf(path) === family);
        return members.length === 0 ? null : (
          <section key={family} className={pf("u-mb-sm")}>
            <h3 className={pf("u-font-weight-bold u-font-size-sm")}>
              {knowledge.familyName(family)} ({members.length})
            </h3>
            <CallList calls={members} knowledge={knowledge} />
          </section>
        );
      })}
    </>
  );
}

const line: CSSProperties = { display: "flex", gap: "0.75rem", alignItems: "baseline" };

/** As wide as the longest method, so that the paths stand below each other. */
const method: CSSProperties = { flex: "0 0 3.75rem" };

const rest: CSSProperties = {
  flex: 1,
  minWidth: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: "0 0.75rem",
};

/** A call in a list: its method, its path and what people name it, each in a column; below each other where it is narrow. */
function CallLine({ call, name }: { readonly call: CallTemplate; readonly name: string }) {
  const code = pf("u-font-family-monospace u-font-size-xs");
  return (
    <li style={line} className={pf("u-font-size-sm")}>
      <span className={code} style={method}>
        {call.method}{" "}
      </span>
      <span style={rest}>
        <span className={code} style={{ flex: "1 1 18rem", minWidth: 0, overflowWrap: "anywhere" }}>
          {call.path}{" "}
        </span>
        <span className={pf("u-color-200")} style={{ flex: "1 1 14rem", minWidth: 0 }}>
          {name}
        </span>
      </span>
    </li>
  );
}
