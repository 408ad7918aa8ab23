export const measureScale = async (): Promise<void> => undefined;
