import { type ReactNode, useId, useState } from "react";
import { Button } from "./patternfly/button.ts";
import { AngleDownIcon, AngleRightIcon } from "./patternfly/icons.ts";
import { pf } from "./patternfly-classes.ts";

interface FoldProps {
  readonly text: string;
  readonly isOpenAtFirst?: boolean | undefined;
  readonly children: () => ReactNode;
}

/**
 * Much to read, made when it is looked at. PatternFly's expandable section is not used: the page with the clients has
 * no styles for it.
 */
export function Fold({ text, isOpenAtFirst = false, children }: FoldProps) {
  const [isExpanded, setIsExpanded] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <div>
      <Button
        variant="link"
        isInline
        icon={isExpanded ? <AngleDownIcon /> : <AngleRightIcon />}
        aria-expanded={isExpanded}
        aria-controls={id}
        onClick={() => setIsExpanded(!isExpanded)}
      >
        {text}
      </Button>
      <div id={id} hidden={!isExpanded} className={pf("u-pt-sm u-pl-lg")}>
        {isExpanded ? children() : null}
      </div>
    </div>
  );
}
