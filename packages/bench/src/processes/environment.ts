/** The environment of every process that is measured: nothing of the user's own installation, all as in production. */
export function measuredEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(DATABASE_URL|ONEVISIT_|PORT$|HOST$|OIDC_|CITY_SIZE$|NODE_|npm_)/.test(name) && !name.endsWith('_URL'),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    APOLLO_TELEMETRY_DISABLED: 'true',
    ...own,
  };
}
