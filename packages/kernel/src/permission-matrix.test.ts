import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { permissionMatrix } from './permission-matrix.ts';

describe('docs/permissions.md', () => {
  it('is made from the table of permissions: npm run permissions', () => {
    const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'permissions.md'), 'utf8');
    expect(page).toBe(permissionMatrix());
  });
});
