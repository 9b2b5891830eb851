/** A check that must never go missing unnoticed, and how to take it out. */
export interface Guard {
  /** What holds as long as the check is there. */
  readonly name: string;
  /** The file of the check, from the project's folder. */
  readonly file: string;
  /** The check's own text, exactly as it stands in the file, once. */
  readonly text: string;
  /** What stands there instead when it is broken; it must still run. */
  readonly broken: string;
  /** The test files of which one must go red then. */
  readonly tests: readonly string[];
}

const removal = "src/keycloak/change/remove-roles.ts";
const ofWriting = ["test/unit/keycloak/change/write-step.test.ts"];
const signIn = "src/session/sign-in-silently.ts";
const ofSignIn = ["test/unit/session/sign-in-silently.test.ts"];

/** What `npm run test:mutation` breaks, one after the other. */
export const guards: readonly Guard[] = [
  {
    name: "An empty list is never sent in a DELETE",
    file: removal,
    text: "roles.length === 0 || ",
    broken: "",
    tests: ofWriting,
  },
  {
    name: "A role without an id is never sent in a DELETE",
    file: removal,
    text: 'id === "" || ',
    broken: "",
    tests: ofWriting,
  },
  {
    name: "A role without a name is never sent in a DELETE",
    file: removal,
    text: ' || name === ""',
    broken: "",
    tests: ofWriting,
  },
  {
    name: "What somebody else changed meanwhile is not told as held",
    file: "src/keycloak/change/read-back.ts",
    text: "if (!isExpected) return readNow(subject, now);",
    broken: "",
    tests: ["test/unit/keycloak/change/carry-out.test.ts"],
  },
  {
    name: "A double click does nothing twice",
    file: "src/panel/context/one-at-a-time.ts",
    text: "if (isTaken) return;",
    broken: "",
    tests: ["test/unit/panel/context/one-at-a-time.test.ts"],
  },
  {
    name: "An answer of another issuer gives no token",
    file: signIn,
    text: "validateAuthResponse(server,",
    broken: 'validateAuthResponse({ ...server, issuer: answer.get("iss") ?? "" },',
    tests: ofSignIn,
  },
  {
    name: "An answer with another state gives no token",
    file: signIn,
    text: "client, answer, state)",
    broken: 'client, answer, answer.get("state") ?? "")',
    tests: ofSignIn,
  },
  {
    name: "An ID token for another nonce gives no token",
    file: signIn,
    text: "expectedNonce: nonce,",
    broken:
      'expectedNonce: JSON.parse(atob((await response.clone().json()).id_token?.split(".")[1] ?? "e30=")).nonce,',
    tests: ofSignIn,
  },
  {
    name: "Somebody else's session is not used",
    file: "src/session/create-session.ts",
    text: 'if (result.subject !== subject) throw new SessionError("otherUser");',
    broken: "",
    tests: ["test/unit/session/create-session.test.ts"],
  },
];
