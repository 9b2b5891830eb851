import type { WhyUntested } from "../../access/check/why-untested.ts";
import type { TokenBinding } from "../../access/model/snapshot.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { TextInput } from "../parts/patternfly/form.ts";
import { InputGroup, InputGroupItem } from "../parts/patternfly/input-group.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf, pfToken } from "../parts/patternfly-classes.ts";
import { type CallToMake, type OwnCallHandle, useOwnCall } from "./use-own-call.ts";
import { whyNoSecret } from "./why-no-secret.ts";

/** A call with the credentials that a new client was given: they are at hand, so it can be made wherever the login is here. */
export function OwnCall(call: CallToMake) {
  const { isLoginHere } = usePanelContext();
  const handle = useOwnCall(call);
  return <TestRequest {...call} handle={handle} untested={isLoginHere ? undefined : "elsewhere"} />;
}

interface TestRequestProps extends Pick<CallToMake, "clientId" | "address"> {
  readonly handle: OwnCallHandle;
  /** Why no call can be made. */
  readonly untested: WhyUntested | undefined;
  /** What its tokens are bound to: a plain call would be refused, and say nothing about its roles. */
  readonly binding?: TokenBinding | undefined;
  /** The algorithm that it signs with, where it signs. */
  readonly algorithm?: string | undefined;
}

/**
 * One real call with the client's own credentials, where the person asks for it: only that proves what
 * the client may do. A refusal is told in the server's words first.
 */
export function TestRequest(props: TestRequestProps) {
  const { clientId, address, untested, binding = "", algorithm = "" } = props;
  const { state, verdict, attempt } = props.handle;
  const t = useTranslate();
  const isRunning = state.kind === "loading";
  const problem =
    state.kind === "failed"
      ? describeProblem(t, state.thrown, t("attempts.ownCall", { clientId }))
      : undefined;
  const serverMessage = state.kind === "done" ? state.value.serverMessage : problem?.serverMessage;
  return (
    <section
      className={pf("u-mt-lg")}
      aria-labelledby="check-name-call"
      data-testid="check-call"
      data-verdict={verdict}
    >
      <Title headingLevel="h2" size="md" id="check-name-call">
        {t("check.call")}
      </Title>
      {untested === undefined ? (
        <>
          <p className={pf("u-color-200 u-mb-sm")}>{t("check.call.about", { clientId })}</p>
          <InputGroup style={{ flexWrap: "wrap", gap: pfToken("spacer--sm") }}>
            <InputGroupItem isFill style={{ flexBasis: "15rem" }}>
              <TextInput
                aria-label={t("check.call.address")}
                readOnlyVariant="default"
                value={`GET ${address}`}
                style={{ fontFamily: pfToken("FontFamily--monospace") }}
              />
            </InputGroupItem>
            <InputGroupItem>
              <Button
                variant="secondary"
                isLoading={isRunning}
                isAriaDisabled={isRunning}
                onClick={attempt}
                data-testid="fix-call"
              >
                {t("check.call.send")}
              </Button>
            </InputGroupItem>
          </InputGroup>
        </>
      ) : (
        <p>{t(`check.call.untested.${untested}`, { binding, algorithm })}</p>
      )}
      <div role="status" className={pf("u-mt-sm")}>
        {state.kind === "done" || problem !== undefined ? (
          <Alert
            component="p"
            variant={verdict === "ok" ? "success" : "danger"}
            isInline
            isPlain
            title={[
              ...(serverMessage === undefined
                ? []
                : [t("problem.serverSays", { message: serverMessage })]),
              describe(),
            ].join(" ")}
          />
        ) : null}
      </div>
    </section>
  );

  function describe(): string {
    if (state.kind === "failed") return whyNoSecret(t, state.thrown) ?? problem?.reason ?? "";
    if (state.kind !== "done") return "";
    const { address: called, status } = state.value;
    return status === 401 || status === 403
      ? t(`check.call.${status}`, { address: called })
      : t("check.call.answered", { address: called, status });
  }
}
