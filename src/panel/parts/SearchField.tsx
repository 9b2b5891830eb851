import { useRef } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "./patternfly/button.ts";
import { SearchIcon, TimesIcon } from "./patternfly/icons.ts";
import {
  TextInputGroup,
  TextInputGroupMain,
  type TextInputGroupProps,
  TextInputGroupUtilities,
} from "./patternfly/text-input-group.ts";

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
