import type { Survey } from "../../access/survey/survey.ts";
import type { ListedClient } from "./parse-survey-answers.ts";

/** Which service accounts are surveyed, and over what. */
export interface SurveyOptions {
  /** The realm whose admin roles count; another than that of the clients only in `master`. */
  readonly administers: string;
  /** Client ID of the client that carries them. */
  readonly adminClientId: string;
  /** Whether the realm administered is `master`. */
  readonly isMaster: boolean;
  /** A survey of the same accounts over another realm, so that they need not be read again. */
  readonly known?: Survey | undefined;
  /**
   * The realm that the person signed in to, which is asked what they may see. Other clients than the
   * console's are not told: then empty answers are taken as they are.
   */
  readonly loginRealm?: string | undefined;
  /** Whether the server may have workflows, which roles end by; else they aren't read. */
  readonly hasWorkflows?: boolean;
  /** Makes characters visible that nobody would see, in names of the realm's own presets. */
  readonly visible?: ((text: string) => string) | undefined;
  readonly signal: AbortSignal;
  /** Called after each answer with what was read so far. */
  readonly onProgress: (survey: Survey) => void;
  /** Called with each page of clients that is read, with or without service accounts. */
  readonly onClients?: ((clients: readonly ListedClient[]) => void) | undefined;
}
