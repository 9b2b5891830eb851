/**
 * Loads something once, and again only if loading failed. The browser resolves an `import()` of an
 * already loaded script only after the console has rendered its page.
 */
export function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch((thrown: unknown) => {
      loading = undefined;
      throw thrown;
    });
    return loading;
  };
}
