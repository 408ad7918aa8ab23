import type { GatewayConfig } from '@apollo/gateway';

const ignore = (): void => undefined;

/** Tests say themselves what went wrong. */
export const quietLogger: NonNullable<GatewayConfig['logger']> = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};
