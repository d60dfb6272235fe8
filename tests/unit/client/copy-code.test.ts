import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../../src/client/copy-code.ts';

describe('commandsOf', () => {
  it.each([
    ['$ npm ci\nadded 300 packages\n$ npm start', 'npm ci\nnpm start'],
    ['root@gpu-1:~/lora$ ls\nlora.py', 'ls'],
    ['(venv) $ python train.py', 'python train.py'],
    ['$ torchrun \\\n>   --nproc 8 \\\n    train.py\nstep 1', 'torchrun \\\n  --nproc 8 \\\n    train.py'],
    ['$ echo "$ x"', 'echo "$ x"'],
    ['no prompt here\ncosts $ 5', 'no prompt here\ncosts $ 5'],
  ])('%j → %j', (session, commands) => {
    expect(commandsOf(session)).toBe(commands);
  });
});
