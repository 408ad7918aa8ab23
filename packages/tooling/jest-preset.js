// Sources are ES modules; Jest runs them as CommonJS. Packages that ship ES modules alone are transformed too.
const esmOnly =
  'pg-boss|serialize-error|non-error|type-fest|tagged-tag|jose|uuid|canonicalize|cookie|@cloudflare/blindrsa-ts';
const commonJs = { target: 'es2024', loose: false };

export default {
  testEnvironment: 'node',
  testMatch: ['**/src/**/*.test.ts'],
  testTimeout: 120_000,
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { ...commonJs, parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
    '\\.m?js$': ['@swc/jest', { jsc: commonJs, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
};
