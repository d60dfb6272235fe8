import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** Writes a file as a whole, or not at all: beside its place first. */
export function writeWhole(file: string, content: Uint8Array): void {
  const folder = path.dirname(file);
  makeFolder(folder);
  const beside = path.join(folder, `.${path.basename(file)}-${randomUUID()}`);
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
