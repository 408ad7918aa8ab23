import { writeFileSync } from 'node:fs';
import { permissions, type Permission } from './permission.ts';
import { staffRoles, type Role } from './role.ts';

const roles: readonly Role[] = [...staffRoles, 'PETITIONER', 'PUBLIC'];

/** 权限表 as a page: who may do what, made from the table that the verbs are checked by. */
export function permissionMatrix(): string {
  const rows = Object.keys(permissions)
    .toSorted()
    .map((name) => row(name as Permission));
  const heads = roles.map((role) => role.replaceAll('_', ' '));
  return [
    '# Permissions',
    '',
    'Made from `packages/kernel/src/permission.ts` by `npm run permissions`; a test holds the two together. A role that is not marked is denied. Which rows a permitted role sees is decided by the policies in each service’s `domain/`.',
    '',
    `| permission | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(roles.length)}`,
    ...rows,
    '',
  ].join('\n');
}

const row = (permission: Permission): string =>
  `| \`${permission}\` | ${roles.map((role) => (permissions[permission].includes(role) ? '●' : '')).join(' | ')} |`;

const page = new URL('../../../docs/permissions.md', import.meta.url);

if (process.argv[1] === import.meta.filename) writeFileSync(page, permissionMatrix());
