import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { CallName } from "../parts/CallList.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Asks the search field for something else. */
export type Ask = (text: string) => void;

interface AskListProps {
  readonly calls: readonly CallTemplate[];
  readonly knowledge: Knowledge;
  readonly onAsk: Ask;
}

/** Calls to ask for instead. */
export function AskList({ calls, knowledge, onAsk }: AskListProps) {
  return (
    <ul className={pf("c-list pf-m-plain")}>
      {calls.map((call) => (
        <li key={`${call.method} ${call.path}`}>
          <AskButton {...{ call, knowledge, onAsk }} />
        </li>
      ))}
    </ul>
  );
}

interface AskButtonProps extends Omit<AskListProps, "calls"> {
  readonly call: CallTemplate;
}

/** A call to ask for instead. */
export function AskButton({ call, knowledge, onAsk }: AskButtonProps) {
  return (
    <Button variant="link" isInline onClick={() => onAsk(`${call.method} ${call.path}`)}>
      <CallName call={call} knowledge={knowledge} />
    </Button>
  );
}
