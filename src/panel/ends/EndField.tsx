import { type EndChoice, momentOf, offeredDays } from "../../access/ends/end-choice.ts";
import { formatTime, useTranslate } from "../context/use-translate.ts";
import {
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from "../parts/patternfly/form.ts";
import { FormSelect, FormSelectOption } from "../parts/patternfly/form-select.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface EndFieldProps {
  readonly choice: EndChoice;
  readonly onChoose: (choice: EndChoice) => void;
  /** Why no end can be chosen; undefined where one can. */
  readonly whyNot: string | undefined;
  /** Whether what holds now may be left as it is. */
  readonly canStay: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** When roles are to end. */
export function EndField({ choice, onChoose, whyNot, canStay, now }: EndFieldProps) {
  const t = useTranslate();
  const moment = choice.kind === "unchanged" ? undefined : momentOf(choice, now);
  const choose = (value: string) =>
    onChoose(
      value === "unchanged" || value === "never"
        ? { kind: value }
        : value === "date"
          ? { kind: "date", date: "" }
          : { kind: "days", days: Number(value) },
    );
  const isInvalid = moment === "invalid" && choice.kind === "date" && choice.date !== "";
  return (
    <Form onSubmit={(event) => event.preventDefault()} className={pf("u-mb-md")}>
      <FormGroup label={t("ends.label")} fieldId="plan-ends">
        <div className={pf("l-flex")}>
          <FormSelect
            id="plan-ends"
            value={choice.kind === "days" ? String(choice.days) : choice.kind}
            isDisabled={whyNot !== undefined}
            onChange={(_, value) => choose(value)}
            style={{ maxWidth: "16rem" }}
            data-testid="endChoice"
          >
            {canStay ? <FormSelectOption value="unchanged" label={t("ends.unchanged")} /> : null}
            <FormSelectOption value="never" label={t("ends.never")} />
            {offeredDays.map((days) => (
              <FormSelectOption
                key={days}
                value={String(days)}
                label={t("ends.inDays", { count: days })}
              />
            ))}
            <FormSelectOption value="date" label={t("ends.onDate")} />
          </FormSelect>
          {choice.kind === "date" ? (
            <TextInput
              type="date"
              value={choice.date}
              validated={isInvalid ? "error" : "default"}
              onChange={(_, date) => onChoose({ kind: "date", date })}
              aria-label={t("ends.date")}
              style={{ maxWidth: "12rem" }}
              data-testid="endDate"
            />
          ) : null}
        </div>
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant={isInvalid ? "error" : "default"} data-testid="endPromise">
              {isInvalid
                ? t("ends.dateInvalid")
                : typeof moment === "number"
                  ? t("ends.promise", { date: formatTime(moment) })
                  : (whyNot ?? t("ends.about"))}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
}
