import { useState } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { Badge } from "./patternfly/label.ts";
import { MenuToggle, Select, SelectList, SelectOption } from "./patternfly/menu.ts";

interface ChoiceSelectProps<Value extends string> {
  readonly name: string;
  readonly options: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (chosen: readonly Value[]) => void;
  readonly testId: string;
  readonly isDisabled?: boolean;
}

/** A menu of which several can be chosen; the toggle says how many are. */
export function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>) {
  const { name, options, chosen, nameOf, onChoose, testId, isDisabled = false } = props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = (value: Value) =>
    onChoose(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      selected={[...chosen]}
      isScrollable
      onSelect={(_, value) => {
        const option = options.find((candidate) => candidate === value);
        if (option !== undefined) toggle(option);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          isDisabled={isDisabled}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={
            chosen.length === 0 ? name : t("filter.chosen", { filter: name, count: chosen.length })
          }
          badge={chosen.length === 0 ? undefined : <Badge isRead>{chosen.length}</Badge>}
          data-testid={testId}
        >
          {name}
        </MenuToggle>
      )}
    >
      <SelectList>
        {options.map((value) => (
          <SelectOption key={value} value={value} hasCheckbox isSelected={chosen.includes(value)}>
            {nameOf(value)}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
