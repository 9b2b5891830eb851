import { useState } from "react";
import type { AdminApi } from "../../../keycloak/api/admin-api.ts";
import { randomUuid } from "../../../keycloak/api/random-uuid.ts";
import type { Subject } from "../../../keycloak/change/read-now.ts";
import { readClientSecret } from "../../../keycloak/client/read-client-secret.ts";
import {
  type Credential,
  type Deletion,
  deleteNewClient,
  type NewClient,
} from "../../../keycloak/new-client/create-client.ts";
import {
  continueMaking,
  type Making,
  makeApiClient,
} from "../../../keycloak/new-client/make-api-client.ts";
import type { KeyPair } from "../../../session/create-key-pair.ts";
import type { Login } from "../../../session/create-login.ts";
import { subjectOf } from "../../client/subject-of.ts";
import { oneAtATime } from "../../context/one-at-a-time.ts";
import { usePanelContext } from "../../context/panel-context.ts";
import type { Wish } from "./new-client.ts";

/** A client that is being made: what was wanted and what it got. */
export interface Made {
  readonly wish: Wish;
  readonly client: NewClient;
  readonly subject: Subject;
  readonly keyPair: KeyPair | undefined;
  readonly administeredRealm: string;
}

/** How far the person has come. */
export type Stage =
  /** The form; after an attempt that made nothing with what was wanted, and why. */
  | { readonly kind: "form"; readonly failed?: { readonly wish: Wish; readonly thrown: unknown } }
  | {
      readonly kind: "stopped";
      readonly made: Made;
      readonly making: Making;
      /** Why the client could not be deleted again, and whether it is there, as far as that is known. */
      readonly undo?: Deletion;
    }
  | {
      readonly kind: "done";
      readonly made: Made;
      readonly making: Extract<Making, { kind: "tried" }>;
      /** Undefined where it could not be read, and where the client has none. */
      readonly secret: string | undefined;
    };

/** The making of a client, step by step as the person decides. */
export interface NewClientHandle {
  readonly stage: Stage;
  readonly isRunning: boolean;
  readonly make: (wish: Wish) => void;
  readonly goOn: () => void;
  /** Takes back what was made, and shows the form again. */
  readonly undo: () => void;
}

async function makeKeyPair({ createKeyPair }: Login): Promise<KeyPair> {
  if (createKeyPair === undefined) throw new Error("A page over plain http can't make keys.");
  return createKeyPair();
}

function credentialOf({ credential, jwksUrl }: Wish, keyPair: KeyPair | undefined): Credential {
  if (keyPair !== undefined) return { kind: "keyPair", jwks: keyPair.jwks };
  return credential === "jwksUrl" ? { kind: "jwksUrl", url: jwksUrl } : { kind: "secret" };
}

/** Makes a client with its presets, and goes on or back where that stopped. */
export function useNewClient(api: AdminApi, administeredRealm: string): NewClientHandle {
  const context = usePanelContext();
  const { realm, loadLogin, outdatePage } = context;
  const [stage, setStage] = useState<Stage>({ kind: "form" });
  const [isRunning, setIsRunning] = useState(false);
  const [turn] = useState(oneAtATime);

  const run = (act: () => Promise<Stage>) =>
    void turn.take(async () => {
      setIsRunning(true);
      try {
        setStage(await act());
      } finally {
        setIsRunning(false);
      }
    });

  const conclude = async (made: Made, making: Making): Promise<Stage> => {
    if (making.kind === "nothing") {
      return { kind: "form", failed: { wish: made.wish, thrown: making.thrown } };
    }
    outdatePage();
    if (making.kind !== "tried" || !making.isDone) return { kind: "stopped", made, making };
    const secret =
      made.wish.credential === "secret"
        ? await readClientSecret(api, made.client.clientUuid).catch(() => undefined)
        : undefined;
    return { kind: "done", made, making, secret };
  };

  const begin = async (wish: Wish): Promise<Stage> => {
    const { clientId, description, presets } = wish;
    const keyPair =
      wish.credential === "keyPair" ? await makeKeyPair(await loadLogin(realm)) : undefined;
    const credential = credentialOf(wish, keyPair);
    const client = { clientUuid: randomUuid(), clientId, description, credential };
    const { api: ofClient, options } = subjectOf(context, {
      clientUuid: client.clientUuid,
      realm,
      administers: administeredRealm,
      clientIdHint: clientId,
    });
    // A realm that has the client scope already needs it after the next upgrade at the latest.
    const subject = { api: ofClient, options: { ...options, asksClientScope: true } };
    const made = { wish, client, subject, keyPair, administeredRealm };
    return conclude(made, await makeApiClient(subject, client, presets));
  };

  return {
    stage,
    isRunning,
    make: (wish) =>
      run(() =>
        begin(wish).catch((thrown: unknown): Stage => ({ kind: "form", failed: { wish, thrown } })),
      ),
    goOn: () => {
      if (stage.kind !== "stopped") return;
      const { made, making } = stage;
      const { subject, client, wish } = made;
      run(async () => conclude(made, await continueMaking(subject, making, client, wish.presets)));
    },
    undo: () => {
      if (stage.kind !== "stopped") return;
      run(async () => {
        const undo = await deleteNewClient(api, stage.made.client);
        return undo.isThere === false ? { kind: "form" } : { ...stage, undo };
      });
    },
  };
}
