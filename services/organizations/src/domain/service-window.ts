/** 服务方式. */
export type WindowChannel = 'VISIT' | 'LETTER' | 'PHONE' | 'VIDEO' | 'ONLINE';

/** 无障碍设施. */
export type WindowAccessibility = 'STEP_FREE' | 'SIGN_LANGUAGE' | 'LARGE_PRINT' | 'GUIDE';

/** 接待窗口. */
export type ServiceWindow = Readonly<{
  id: string;
  version: number;
  code: string;
  organizationId: string;
  name: string;
  address: string;
  hours: string;
  channels: readonly WindowChannel[];
  accessibility: readonly WindowAccessibility[];
  queueEnabled: boolean;
}>;
