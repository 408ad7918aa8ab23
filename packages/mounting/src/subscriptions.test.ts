import { describe, expect, it } from '@jest/globals';
import { addressOf, subscribersOf, subscriptionsOf } from './index.ts';

const subscriptions = subscriptionsOf([
  { name: 'staff-care', subscribesTo: ['organization.changed.v1', 'case.registered.v1'] },
  { name: 'cases', subscribesTo: ['organization.changed.v1'] },
  { name: 'organizations', subscribesTo: [] },
]);

describe('subscriptionsOf', () => {
  it('lists the subscribers of each type, both in order', () => {
    expect(JSON.stringify(subscriptions)).toBe(
      '{"case.registered.v1":["staff-care"],"organization.changed.v1":["cases","staff-care"]}',
    );
  });
});

describe('subscribersOf', () => {
  it('is nobody for an event that nobody wants', () => {
    expect(['organization.changed.v1', 'case.replied.v1', 'constructor'].map(subscribersOf(subscriptions))).toEqual([
      ['cases', 'staff-care'],
      [],
      [],
    ]);
  });
});

describe('addressOf', () => {
  it('is where a subgraph is served, and null where that is here', () => {
    const environment = { STAFF_CARE_URL: 'http://127.0.0.1:4003', CASES_URL: '' };
    expect(['staff-care', 'cases', 'innovation'].map((name) => addressOf(name, environment))).toEqual([
      'http://127.0.0.1:4003',
      null,
      null,
    ]);
  });

  it('is told when it is none', () => {
    expect(() => addressOf('cases', { CASES_URL: 'here' })).toThrow('CASES_URL is no URL: here.');
  });
});
