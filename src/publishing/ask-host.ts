import { setTimeout as wait } from 'node:timers/promises';

/** What a host said to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body, decompressed. */
  readonly body: Buffer;
}

/** Milliseconds after which a host is taken not to answer. */
const patience = 30_000;

const reason = (error: unknown): string => {
  const { cause, message } = error as Error;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  if (code !== undefined) return code;
  return cause instanceof Error ? cause.message : message;
};

/**
 * Asks for an address as a browser does, and does not follow redirects. A host that does not answer is asked
 * once more.
 *
 * @returns the answer, or why there is none.
 */
export async function askHost(
  url: URL,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer | string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { 'accept-encoding': 'br, gzip', ...headers },
        signal: AbortSignal.timeout(patience),
      });
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      if (attempt === 2) return reason(error);
      await wait(500);
    }
  }
}
