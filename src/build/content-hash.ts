import { createHash } from 'node:crypto';

/** A short name for the content of a file. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
