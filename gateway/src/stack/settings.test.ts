import { describe, expect, it } from '@jest/globals';
import { settingsOf } from './settings.ts';

describe('settings', () => {
  it('are one process, the city S and any free port unless told', () => {
    expect(settingsOf([], {})).toEqual({
      mounting: 'all-in-one',
      port: null,
      host: '127.0.0.1',
      isDevelopment: false,
      citySize: 'S',
      oidc: null,
      supergraphFile: null,
      isOpen: false,
      isUnlimited: false,
      planner: 'apollo',
      pointsPerHour: null,
    });
  });

  it('come from what npm start was told and from the environment', () => {
    const environment = {
      PORT: '4444',
      HOST: '0.0.0.0',
      CITY_SIZE: 'L',
      OIDC_ISSUER: 'https://login.example/',
      POINTS_PER_HOUR: '5000',
    };
    expect(settingsOf(['--split', '--dev', '--supergraph', 'a.graphql'], environment)).toEqual({
      mounting: 'split',
      port: 4444,
      host: '0.0.0.0',
      isDevelopment: true,
      citySize: 'L',
      oidc: { issuer: 'https://login.example/', jwksUrl: new URL('https://login.example/.well-known/jwks.json') },
      supergraphFile: 'a.graphql',
      isOpen: false,
      isUnlimited: false,
      planner: 'apollo',
      pointsPerHour: 5_000,
    });
  });

  it.each([
    [['--what'], {}, '参数有误'],
    [['--open'], {}, '--open and --no-limits go with --supergraph, on loopback only'],
    [['--no-limits'], {}, '--open and --no-limits go with --supergraph, on loopback only'],
    [['--open', '--supergraph', 'a'], { HOST: '0.0.0.0' }, '--open and --no-limits go with --supergraph'],
    [[], { PLANNER: 'mine' }, 'PLANNER is apollo or hive, not mine'],
    [[], { PORT: 'http' }, 'PORT is no port: http'],
    [[], { PORT: '70000' }, 'PORT is no port: 70000'],
    [[], { CITY_SIZE: 'XXL' }, 'CITY_SIZE is NONE, S, M or L, not XXL'],
    [[], { OIDC_ISSUER: 'login' }, 'OIDC_ISSUER is no URL: login'],
    [[], { POINTS_PER_HOUR: '-1' }, 'POINTS_PER_HOUR is no whole number above 0: -1'],
  ])('are refused where they make no sense: %j %j', (given, environment, message) => {
    expect(() => settingsOf(given, environment)).toThrow(message);
  });
});
