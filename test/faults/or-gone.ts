/** What a request answers; undefined where what it asks for is gone. */
export async function orGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && / answered 404:/.test(error.message)) return undefined;
    throw error;
  }
}
