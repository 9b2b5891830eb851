import { reviewStateOf } from "../../access/ownership/review-state.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { formatDay } from "../context/format-day.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { TwoLines } from "./TwoLines.tsx";

/** When the access of an account is reviewed next. */
export function ReviewCell({ reviewDate = "" }: { readonly reviewDate: string | undefined }) {
  const t = useTranslate();
  const { locale } = usePanelContext().language;
  const state = reviewStateOf(reviewDate || undefined, dayOf(new Date()));
  if (state === "none") return null;
  if (state !== "notADate") return formatDay(locale, reviewDate);
  const text = t("accounts.review.notADate", { date: escapeInvisible(reviewDate) });
  return <TwoLines title={text}>{text}</TwoLines>;
}
