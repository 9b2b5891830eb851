import { useTranslate } from "../context/use-translate.ts";
import { ChoiceSelect } from "./ChoiceSelect.tsx";

interface FilterSelectProps<Value extends string> {
  readonly filter: "state" | "risk" | "group";
  readonly options: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (chosen: readonly Value[]) => void;
  readonly isDisabled?: boolean;
}

/** A filter with several choices; none chosen lets everything pass. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { filter, ...choices } = props;
  const t = useTranslate();
  return <ChoiceSelect {...choices} name={t(`filter.${filter}`)} testId={`filter-${filter}`} />;
}
