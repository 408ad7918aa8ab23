import { describe, expect, it } from '@jest/globals';
import { foreignAddresses } from './foreign.ts';

const url = 'postgres://app:secret@db.example:6432/any?sslmode=require';
const direct = 'postgres://owner@db.example:5432/any';

describe('foreignAddresses', () => {
  it('are none where DATABASE_URL is not set', () => {
    expect(foreignAddresses({ DATABASE_URL: '' })).toBeNull();
  });

  it('are the same server with one database per subgraph', () => {
    const addresses = foreignAddresses({ DATABASE_URL: url });
    expect(addresses?.applicationUrlOf('onevisit_cases')).toBe(
      'postgres://app:secret@db.example:6432/onevisit_cases?sslmode=require',
    );
    expect(addresses?.urlOf('onevisit_cases')).toBe(addresses?.applicationUrlOf('onevisit_cases'));
    expect(addresses?.applicationRole).toBeNull();
  });

  it('take the owner past the pooler, and grant the role of the pooled address', () => {
    const addresses = foreignAddresses({ DATABASE_URL: url, DATABASE_DIRECT_URL: direct });
    expect(addresses?.urlOf('onevisit_cases')).toBe('postgres://owner@db.example:5432/onevisit_cases');
    expect(addresses?.applicationRole).toEqual({ name: 'app', password: null });
  });

  it('can name a server for one subgraph alone', () => {
    const own = 'postgres://staff@other.example/care';
    const addresses = foreignAddresses({ DATABASE_URL: url, DATABASE_URL_STAFF_CARE: own });
    expect(addresses?.urlOf('onevisit_staff_care')).toBe(own);
    expect(addresses?.urlOf('onevisit_cases')).toContain('db.example');
  });
});
