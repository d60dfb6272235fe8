import { spawnSync } from 'node:child_process';

/** Python where this machine has one; what is run uses nothing but its standard library. */
export const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'raise SystemExit(0)']).status === 0,
);
