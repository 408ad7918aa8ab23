export type Loaders = object;
