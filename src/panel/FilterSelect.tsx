import { Badge } from "@patternfly/react-core/dist/esm/components/Badge/Badge";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/MenuToggle";
import { Select } from "@patternfly/react-core/dist/esm/components/Select/Select";
import { SelectList } from "@patternfly/react-core/dist/esm/components/Select/SelectList";
import { SelectOption } from "@patternfly/react-core/dist/esm/components/Select/SelectOption";
import { useState } from "react";
import { useTranslate } from "./use-translate.ts";

interface FilterSelectProps<Value extends string> {
  readonly filter: "state" | "risk" | "group";
  readonly options: readonly Value[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** A filter with several choices; none chosen lets everything pass. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { filter, options, chosen, onChoose } = props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const name = t(`filter.${filter}`);
  const nameOf = (value: Value) =>
    t(filter === "group" ? `group.${value}` : `filter.${filter}.${value}`);
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
      onSelect={(_, value) => {
        const option = options.find((candidate) => candidate === value);
        if (option !== undefined) toggle(option);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={
            chosen.length === 0 ? name : t("filter.chosen", { filter: name, count: chosen.length })
          }
          badge={chosen.length === 0 ? undefined : <Badge isRead>{chosen.length}</Badge>}
          data-testid={`filter-${filter}`}
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
