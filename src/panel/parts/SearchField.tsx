import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import {
  TextInputGroup,
  type TextInputGroupProps,
} from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroup";
import { TextInputGroupMain } from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroupMain";
import { TextInputGroupUtilities } from "@patternfly/react-core/dist/esm/components/TextInputGroup/TextInputGroupUtilities";
import { SearchIcon } from "@patternfly/react-icons/dist/esm/icons/search-icon";
import { TimesIcon } from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useRef } from "react";
import { useTranslate } from "../context/use-translate.ts";

interface SearchFieldProps extends Omit<TextInputGroupProps, "onChange" | "children"> {
  readonly label: string;
  /** What stands there while it is empty; the label where nothing else is said. */
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/**
 * A field to search by, with a button that clears it. PatternFly's `SearchInput` is put together from
 * the same parts, and brings a form for advanced searches along: 3 kB that no page here shows.
 *
 * @see [Search input](https://v5-archive.patternfly.org/components/search-input)
 */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder = label, text, onText, ...others } = props;
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <TextInputGroup {...others}>
      <TextInputGroupMain
        icon={<SearchIcon />}
        innerRef={input}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(_, value) => onText(value)}
      />
      {text === "" ? null : (
        <TextInputGroupUtilities>
          <Button
            variant="plain"
            aria-label={t("search.clear")}
            onClick={() => {
              onText("");
              input.current?.focus();
            }}
          >
            <TimesIcon />
          </Button>
        </TextInputGroupUtilities>
      )}
    </TextInputGroup>
  );
}
