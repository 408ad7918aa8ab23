import preset from '@onevisit/tooling/jest-preset';

const common = { ...preset, rootDir: import.meta.dirname, testEnvironment: './src/run/journey-environment.ts' };

/** The same files on each mounting, against a stack that its set-up has started. */
const journeysOn = (mounting) => ({
  ...common,
  displayName: mounting,
  globals: { mounting },
  testMatch: ['<rootDir>/src/journeys/**/*.test.ts'],
  globalSetup: `./src/run/${mounting}.setup.ts`,
  globalTeardown: `./src/run/${mounting}.teardown.ts`,
});

export default {
  // Journeys of one mounting share a stack and its clock: one after the other.
  maxWorkers: 1,
  testTimeout: 120_000,
  reporters: ['default', './src/run/same-on-both.ts'],
  projects: [
    journeysOn('all-in-one'),
    journeysOn('split'),
    {
      ...common,
      displayName: 'installation',
      testMatch: ['<rootDir>/src/{installation,kit,run}/**/*.test.ts'],
    },
  ],
};
