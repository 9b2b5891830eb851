/** A promise that a test settles when it likes. `Promise.withResolvers` is not in Node 20. */
export function makePromise<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (thrown: unknown) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<Value>((toResolve, toReject) => {
    resolve = toResolve;
    reject = toReject;
  });
  return { promise, resolve, reject };
}
