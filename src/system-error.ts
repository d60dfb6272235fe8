/** What the system answered to a path or a port, as Node.js reports it. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/**
 * What the system refused, in one line; nothing for an error of another kind, of which a stack trace says more.
 *
 * `EACCES: permission denied, open '/srv/site/.notes-lock'`
 */
export const refusalOf = (error: unknown): string | undefined =>
  isSystemError(error) ? error.message : undefined;
